/** The history of a phone: rows under the name of each day. */
import { useTranslation } from "react-i18next"
import type { Payment } from "@/api/types"
import { dayOf, formatDayName } from "@/lib/time"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PaymentRow } from "@/ui/money/PaymentRow"

/** Payments of one day after another, in the order they came. */
export function byDay(payments: Payment[]): { day: string; payments: Payment[] }[] {
  const days: { day: string; payments: Payment[] }[] = []
  for (const payment of payments) {
    const day = dayOf(payment.created_at)
    const last = days.at(-1)
    if (last?.day === day) last.payments.push(payment)
    else days.push({ day, payments: [payment] })
  }
  return days
}

export function ActivityList({ payments }: { payments: Payment[] }) {
  const { i18n } = useTranslation()
  return (
    <>
      {byDay(payments).map(({ day, payments: ofDay }) => (
        <Stack key={day} as="section" gap={2}>
          <Text as="h2" bold tone="quiet">
            {formatDayName(ofDay[0]?.created_at ?? day, i18n.language)}
          </Text>
          <ListCard>
            {ofDay.map((payment) => (
              <li key={payment.id}>
                <PaymentRow payment={payment} time="hour" />
              </li>
            ))}
          </ListCard>
        </Stack>
      ))}
    </>
  )
}
