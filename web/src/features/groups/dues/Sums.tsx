/** How far one day of a plan has come for everybody: in a sentence, a bar and two sums. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { DuesPeriod } from "@/api/dues"
import { formatMoney, formatNumber } from "@/lib/money"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { dayName } from "./words"

const Bar = styled("div")({
  height: 10,
  borderRadius: 5,
  overflow: "hidden",
  background: "color-mix(in srgb, var(--batua-palette-text-primary) 14%, transparent)",
  "& span": { display: "block", height: "100%", background: "var(--batua-palette-success-main)" },
})

export function Sums({ period }: { period: DuesPeriod }) {
  const { t, i18n } = useTranslation("dues")
  const { members, paid, due, got, fines } = period
  const money = (amount: DuesPeriod["due"]) => formatMoney(amount, i18n.language, { trim: true })
  const share = due.minor === 0 ? 0 : Math.round((got.minor * 100) / due.minor)
  return (
    <Card>
      <Stack gap={2}>
        <Text size="small" tone="quiet">
          {t("who.day", { day: dayName(period.due_on, i18n.language) })}
        </Text>
        <Text size="large" bold>
          {t("who.paid", { paid: formatNumber(paid, i18n.language), members: formatNumber(members, i18n.language) })}
        </Text>
        <Bar aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </Bar>
        <Text size="small">
          {t("who.sums", { got: money(got), due: money(due) })}
          {fines.minor > 0 && ` ${t("who.fines", { amount: money(fines) })}`}
        </Text>
      </Stack>
    </Card>
  )
}
