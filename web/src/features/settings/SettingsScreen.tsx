/** How Batua looks and speaks on this device, and what it keeps here. */
import { Button } from "@/ui/layout/Button"
import { useScheme } from "@/ui/theme/scheme"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { forgetAnswers } from "@/api/queries"
import { Icon } from "@/ui/icons/Icon"
import { toast } from "@/ui/feedback/toasts"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Choice, LanguageChoices } from "@/ui/settings/LanguageSwitch"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { Install } from "./Install"
import { Pushed } from "./Pushed"
import { Reached } from "./Reached"

export default function SettingsScreen() {
  const { t } = useTranslation("settings")
  return (
    <Screen title={t("title")} back="/you">
      <Stack as="section" gap={3}>
        <Text as="h2" size="title">
          {t("language")}
        </Text>
        <LanguageChoices />
      </Stack>
      <Stack as="section" gap={3}>
        <Text as="h2" size="title">
          {t("colours.title")}
        </Text>
        <Colours />
      </Stack>
      <Pushed />
      <Reached />
      <Install />
      <Kept />
      <Text size="tiny" tone="quiet" centered>
        {t("version", { version: __APP_VERSION__ })}
      </Text>
    </Screen>
  )
}

const MODES = ["system", "light", "dark"] as const

function Colours() {
  const { t } = useTranslation("settings")
  const { mode, setMode } = useScheme()
  return (
    <Stack gap={3} role="group" aria-label={t("colours.title")}>
      {MODES.map((choice) => (
        <Choice
          key={choice}
          type="button"
          aria-pressed={mode === choice}
          onClick={() => setMode(choice)}
        >
          {t(`colours.${choice}`)}
          {mode === choice && <Icon name="check" />}
        </Choice>
      ))}
    </Stack>
  )
}

function Kept() {
  const { t } = useTranslation("settings")
  const [isAsking, setAsking] = useState(false)
  const forget = async () => {
    await forgetAnswers()
    setAsking(false)
    toast({ text: t("kept.done"), tone: "good" })
  }
  return (
    <Card>
      <Stack gap={3} align="start">
        <Text as="h2" size="title">
          {t("kept.title")}
        </Text>
        <Text tone="quiet">{t("kept.body")}</Text>
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t("kept.forget")}
        </Button>
      </Stack>
      <ConfirmSheet
        open={isAsking}
        title={t("kept.forget")}
        body={t("kept.ask")}
        confirm={t("kept.forget")}
        onConfirm={() => void forget()}
        onClose={() => setAsking(false)}
      />
    </Card>
  )
}
