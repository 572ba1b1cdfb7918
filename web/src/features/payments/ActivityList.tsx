/** The history of a phone: rows under the name of each day. */
import { useTranslation } from "react-i18next"
import type { Payment } from "@/api/types"
import { formatDayName, groupByDay } from "@/lib/time"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PaymentRow } from "@/ui/money/PaymentRow"

export function ActivityList({ payments }: { payments: Payment[] }) {
  const { i18n } = useTranslation()
  return (
    <>
      {groupByDay(payments, (payment) => payment.created_at).map(([day, ofDay]) => (
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
