/** The days in one sentence, and the next five as the server reckons them. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { daysQuery } from "@/api/dues"
import { isProblem } from "@/api/problem"
import { useSettled } from "@/lib/settled"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { whenOf, type Draft } from "./plan-draft"
import { useDaysInWords } from "./rule-words"
import { dayName } from "./words"

const SETTLE_MS = 400

export function NextDays({ draft }: { draft: Draft }) {
  const { t, i18n } = useTranslation("dues")
  const say = useDaysInWords()
  // Told apart by its text: each keystroke makes a new object.
  const settled = useSettled(JSON.stringify(whenOf(draft)), SETTLE_MS)
  const next = useQuery(daysQuery(JSON.parse(settled) as ReturnType<typeof whenOf>))
  const when = whenOf(draft)
  if (!when) return <Text tone="quiet">{t("days.missing")}</Text>
  const days = next.data?.days ?? []
  const wrong = isProblem(next.error, "groups.constitution_invalid") ? reasonOf(next.error.facts["reason"]) : null
  return (
    <Stack gap={1} aria-live="polite">
      <Text bold>{say(when)}</Text>
      {next.error ? (
        wrong && i18n.exists(`wrong.${wrong}`, { ns: "dues" }) ? (
          <Text tone="bad" role="alert">
            {t(`wrong.${wrong as "it_cannot_be_read"}`)}
          </Text>
        ) : (
          <ProblemNote error={next.error} />
        )
      ) : (
        next.data && (
          <Text tone="quiet">
            {days.length > 0
              ? t("days.next", { days: days.map((day) => dayName(day, i18n.language)).join(" · ") })
              : t("days.over")}
          </Text>
        )
      )}
    </Stack>
  )
}

/** The server says why in English: its sentence is the name of ours. */
function reasonOf(reason: unknown): string | null {
  return typeof reason === "string" ? reason.replaceAll(/\W+/g, "_") : null
}
