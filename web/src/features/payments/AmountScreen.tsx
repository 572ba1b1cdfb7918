/** How much to send, and a line for both sides. */
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { payeeQuery } from "@/api/payees"
import { useDraft } from "@/lib/draft"
import type { Amount } from "@/lib/money"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Screen } from "@/ui/layout/Screen"
import { AmountForm } from "@/ui/money/AmountForm"
import { PersonHead } from "@/ui/people/PersonHead"

export default function AmountScreen() {
  const { t } = useTranslation("payments")
  const { payee: id } = useParams({ from: "/inside/send/$payee" })
  const payee = useQuery(payeeQuery(id))
  const draft = useDraft()
  const navigate = useNavigate()
  const goOn = async (amount: Amount, note: string) => {
    const params = { payee: id }
    const state = { draft: { amount, note } }
    // Coming back from the check, what was typed is still here.
    await navigate({ to: "/send/$payee", params, state, replace: true })
    await navigate({ to: "/send/$payee/check", params, state })
  }
  return (
    <Screen title={t("amount.title")} hideTitle back={true}>
      {payee.data ? (
        <>
          <PersonHead flat lead={t("amount.send_to")} person={payee.data} />
          <AmountForm
            label={t("amount.label")}
            initial={draft}
            fromWallet
            noted
            submit={() => t("amount.next")}
            onSubmit={(amount, note) => void goOn(amount, note)}
          />
        </>
      ) : payee.error ? (
        <ErrorState error={payee.error} money="no" onRetry={() => void payee.refetch()} />
      ) : (
        <RowsSkeleton rows={1} />
      )}
    </Screen>
  )
}
