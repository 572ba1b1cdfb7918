/** Day or night, with one tap. */
import { useColorScheme } from "@mui/material/styles"
import { useTranslation } from "react-i18next"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"

export function ThemeSwitch() {
  const { t } = useTranslation()
  const { mode, systemMode, setMode } = useColorScheme()
  const shown = mode === "system" ? systemMode : mode
  const next = shown === "dark" ? "light" : "dark"
  return (
    <RoundButton label={t(`theme.to_${next}`)} onClick={() => setMode(next)}>
      <Icon name={next === "dark" ? "moon" : "sun"} />
    </RoundButton>
  )
}
