/** What a provider sent, what was turned away, and what was tried through it. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Attempts } from "./Attempts"
import { Callbacks } from "./Callbacks"
import { Rejected } from "./Rejected"

const VIEWS = ["attempts", "callbacks", "rejected"] as const
const SHOWN = { attempts: Attempts, callbacks: Callbacks, rejected: Rejected }

export function Log({ provider }: { provider: string }) {
  const { t } = useTranslation("connections")
  const [view, setView] = useState<(typeof VIEWS)[number]>("attempts")
  const Shown = SHOWN[view]
  return (
    <Stack gap={4} as="section" aria-label={t("log.title")}>
      <Text as="h2" size="title">
        {t("log.title")}
      </Text>
      <Segments
        label={t("log.title")}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`log.${value}`) }))}
        onChange={setView}
      />
      <Text tone="quiet">{t(`log.${view}_help`)}</Text>
      <Shown provider={provider} />
    </Stack>
  )
}
