/** Day or night, with one tap. */
import { useScheme } from "../theme/scheme"
import { useTranslation } from "react-i18next"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"

export function ThemeSwitch() {
  const { t } = useTranslation()
  const { shown, setMode } = useScheme()
  const next = shown === "dark" ? "light" : "dark"
  return (
    <RoundButton label={t(`theme.to_${next}`)} onClick={() => setMode(next)}>
      <Icon name={next === "dark" ? "moon" : "sun"} />
    </RoundButton>
  )
}
