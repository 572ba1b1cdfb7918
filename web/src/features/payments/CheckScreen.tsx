/** The last look before money goes to somebody. */
import { useQuery } from "@tanstack/react-query"
import { Navigate, useParams } from "@tanstack/react-router"
import { payeeQuery } from "@/api/payees"
import { useDraft } from "@/lib/draft"
import { Check } from "./Check"

export default function CheckScreen() {
  const { payee: id } = useParams({ from: "/inside/send/$payee/check" })
  const draft = useDraft()
  const payee = useQuery(payeeQuery(id))
  if (!draft?.amount) return <Navigate to="/send/$payee" params={{ payee: id }} replace />
  const { amount, note = "" } = draft
  const body = { payee: id, amount, ...(note && { note }) }
  const label = { name: payee.data?.name ?? "", amount }
  return (
    <Check
      // Another order is another screen, with a key of its own.
      key={JSON.stringify(body)}
      payee={payee.data}
      amount={amount}
      note={note}
      draft={{ kind: "send", body, label }}
      payeeId={id}
    />
  )
}
