/** The first screen: each language in its own script, before anything else is said. */
import { styled } from "@/ui/theme/styled"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { LANGUAGES, type Language } from "@/lib/languages"
import { speak } from "@/lib/i18n"
import { Icon } from "@/ui/icons/Icon"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Cloth } from "@/ui/motif/Cloth"
import { Choice } from "@/ui/settings/LanguageSwitch"

const Greetings = styled("div")({ display: "grid", gap: 6, padding: "16px 0" })

export default function LanguageScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const choose = async (language: Language) => {
    await speak(language)
    await navigate({ to: "/welcome", search: { then: search.then } })
  }
  return (
    <Screen title={t("nav.language")} hideTitle outside>
      <Cloth>
        <Greetings>
          {LANGUAGES.map(({ code, greeting }) => (
            <Text key={code} size="headline" lang={code}>
              {greeting}
            </Text>
          ))}
        </Greetings>
      </Cloth>
      <Stack gap={3}>
        {LANGUAGES.map(({ code, name }) => (
          <Choice key={code} type="button" lang={code} onClick={() => void choose(code)}>
            {name}
            <Icon name="next" />
          </Choice>
        ))}
      </Stack>
    </Screen>
  )
}
