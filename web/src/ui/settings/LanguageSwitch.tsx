/** Change the language from any screen; each is named in its own script. */
import { styled } from "@/ui/theme/styled"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LANGUAGES } from "@/lib/languages"
import { speak } from "@/lib/i18n"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"
import { Stack } from "../layout/Stack"
import { Sheet } from "../sheet/Sheet"
import { hearLanguage } from "./chosen-language"

export const Choice = styled("button")({
  display: "flex",
  alignItems: "center",
  justifyContent: "space-between",
  gap: 12,
  minHeight: 60,
  width: "100%",
  padding: "12px 18px",
  border: "2px solid var(--batua-palette-divider)",
  borderRadius: 16,
  background: "var(--batua-palette-background-paper)",
  fontSize: "1.125rem",
  fontWeight: 650,
  textAlign: "start",
  cursor: "pointer",
  "&[aria-pressed=true]": {
    borderColor: "var(--batua-palette-primary-main)",
    background: "color-mix(in srgb, var(--batua-palette-primary-main) 8%, transparent)",
  },
})

export function LanguageSwitch() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <RoundButton label={t("nav.language")} onClick={() => setOpen(true)}>
        <Icon name="language" />
      </RoundButton>
      <Sheet open={isOpen} title={t("nav.language")} onClose={() => setOpen(false)}>
        <LanguageChoices onChosen={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

export function LanguageChoices({ onChosen }: { onChosen?: () => void }) {
  const { i18n } = useTranslation()
  return (
    <Stack gap={3} role="group">
      {LANGUAGES.map(({ code, name }) => (
        <Choice
          key={code}
          type="button"
          lang={code}
          aria-pressed={i18n.language === code}
          onClick={() => {
            void speak(code).then(() => hearLanguage(code))
            onChosen?.()
          }}
        >
          {name}
          {i18n.language === code && <Icon name="check" />}
        </Choice>
      ))}
    </Stack>
  )
}
