/** What was paid of a loan, and what each payment paid. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { repaymentsQuery, type Loan } from "@/api/loans"
import { formatMoney, type Amount } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Card, ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { LoadedList } from "../Loaded"
import { useFollow } from "../use-follow"

const PARTS = ["fine", "fee", "interest", "principal"] as const

export function Repayments({ group, loan }: { group: string; loan: Loan }) {
  const { t, i18n } = useTranslation("loans")
  const paid = useInfiniteQuery(repaymentsQuery(group, loan.id))
  useFollow(loan.payoff.minor, paid.refetch)
  const say = (amount: Amount) => formatMoney(amount, i18n.language, { trim: true })
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("paid.title")}
      </Text>
      <LoadedList
        query={paid}
        empty={
          <Card>
            <Text tone="quiet">{t("paid.none")}</Text>
          </Card>
        }
      >
        {(items) => (
          <ListCard>
            {items.map((each) => (
              <li key={each.transaction_id}>
                <ListRow
                  title={formatMoment(each.paid_at, i18n.language)}
                  second={PARTS.filter((part) => each[part].minor > 0)
                    .map((part) => t(`schedule.${part}`, { amount: say(each[part]) }))
                    .join(" · ")}
                  end={<AmountText amount={each.amount} size="s" />}
                />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
    </Stack>
  )
}
