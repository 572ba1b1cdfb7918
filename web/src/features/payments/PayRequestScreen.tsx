/** The last look before a request is paid. */
import { useQuery } from "@tanstack/react-query"
import { Navigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { requestQuery } from "@/api/requests"
import type { PaymentRequest } from "@/api/types"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Screen } from "@/ui/layout/Screen"
import { Check } from "./Check"

export default function PayRequestScreen() {
  const { t } = useTranslation("payments")
  const { id } = useParams({ from: "/inside/requests/$id/pay" })
  const request = useQuery(requestQuery(id))
  const { data } = request
  const [open, setOpen] = useState<PaymentRequest | null>(null)
  // Kept from here on: once it is paid it is no longer open, and the result is being fetched.
  if (!open && data?.direction === "in" && data.status === "open") setOpen(data)
  if (open?.other) {
    const { amount, note, other } = open
    const label = { name: other.name, amount }
    return (
      <Check
        payee={other}
        payeeId={other.id}
        amount={amount}
        note={note}
        draft={{ kind: "pay_request", request: id, body: null, label }}
      />
    )
  }
  if (data) return <Navigate to="/requests/$id" params={{ id }} replace />
  return (
    <Screen title={t("check.title")} back={true}>
      {request.error ? (
        <ErrorState error={request.error} money="no" onRetry={() => void request.refetch()} />
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Screen>
  )
}
