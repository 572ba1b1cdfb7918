/** One verification at the desk: who asked, how far it is, and what an officer can say. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatPhone } from "@/lib/countries"
import { formatMoment } from "@/lib/time"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { DecideSheet } from "./DecideSheet"
import type { Case, Decision } from "./queries"

const CHOICES = {
  asked: ["confirm", "decline"],
  confirmed: ["withdraw"],
} as const satisfies Partial<Record<Case["state"], Decision["act"][]>>

export function CaseCard({ found }: { found: Case }) {
  const { t, i18n } = useTranslation("kyc")
  const [act, setAct] = useState<Decision["act"] | null>(null)
  const { person, state, is_good, reason, until } = found
  const isOver = state === "confirmed" && !is_good
  const day = (at: string) => formatMoment(at, i18n.language)
  const facts = [
    t(`desk.state.${isOver ? "expired" : state}`),
    t(`way.${found.how ?? found.way}`),
    day(found.ended_at ?? found.confirmed_at ?? found.asked_at),
    until && t("until", { moment: day(until) }),
    reason && t(`desk.reason.${reason}`),
  ]
  const choices = state === "asked" || state === "confirmed" ? CHOICES[state] : []
  return (
    <Card>
      <Stack gap={3}>
        <div>
          <Text as="h2" size="large" bold>
            {person.name}
          </Text>
          <Text className="tabular">{[formatPhone(person.phone), person.handle].filter(Boolean).join(" · ")}</Text>
          <Text tone="quiet">{t("desk.reads", { language: languageName(person.language, i18n.language) })}</Text>
        </div>
        <Text>{facts.filter(Boolean).join(" · ")}</Text>
        {choices.length > 0 && (
          <Stack row gap={2} wrap>
            {choices.map((choice) => (
              <Button
                key={choice}
                variant={choice === "confirm" ? "contained" : "outlined"}
                onClick={() => setAct(choice)}
              >
                {t(`desk.${choice}.do`)}
              </Button>
            ))}
          </Stack>
        )}
        {act && <DecideSheet found={found} act={act} onClose={() => setAct(null)} />}
      </Stack>
    </Card>
  )
}

function languageName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code
}
