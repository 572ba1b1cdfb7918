/** The last few payments. */
import type { UseQueryResult } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Payment } from "@/api/types"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { ListCard } from "@/ui/layout/Card"
import { PaymentRow } from "@/ui/money/PaymentRow"
import { Section } from "./Section"

export function Lately({ query }: { query: UseQueryResult<Payment[]> }) {
  const { t } = useTranslation("wallets")
  const { data } = query
  if (!data && query.isError)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Section title={t("lately.title")} all="/activity">
      {data ? (
        <ListCard>
          {data.map((payment) => (
            <li key={payment.id}>
              <PaymentRow payment={payment} time="ago" />
            </li>
          ))}
        </ListCard>
      ) : (
        <RowsSkeleton rows={5} />
      )}
    </Section>
  )
}
