/** Who, how much, what it costs, whether she was ever paid before; then one button that says it all. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { useRouter } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { isUnderway, type Draft } from "@/api/orders"
import type { Person } from "@/api/payees"
import { checkQuery } from "@/api/payments"
import type { Schema } from "@/api/types"
import { useOrder, wantsPin } from "@/api/use-order"
import { formatMoney, type Amount } from "@/lib/money"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Bone } from "@/ui/feedback/Skeletons"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { PinSheet } from "@/ui/money/PinSheet"
import { CheckFacts } from "./CheckFacts"

interface Props {
  payeeId: string
  payee: Person | undefined
  amount: Amount
  note: string
  draft: Draft
}

export function Check({ payeeId, payee, amount, note, draft }: Props) {
  const { t, i18n } = useTranslation("payments")
  const check = useQuery(checkQuery({ payee: payeeId, amount }))
  const order = useOrder(draft)
  const [wasUnderway] = useState(() => isUnderway(order.key))
  const [isAskingPin, setAskingPin] = useState(false)
  useEffect(fetchWhatFollows, [])
  const { data } = check
  const router = useRouter()
  const words = wordsOf(data, amount, payee, i18n.language)
  const press = () => {
    if (data?.needs_pin) setAskingPin(true)
    else void order.give()
  }
  const close = () => {
    setAskingPin(false)
    order.forget()
  }
  const isAsking = isAskingPin || wantsPin(order.problem)
  return (
    <Screen
      title={t("check.title")}
      back={true}
      pinned
      foot={
        data && (
          <>
            <ProblemNote error={wantsPin(order.problem) ? null : order.problem} money="no" />
            <Button size="large" onClick={press} loading={order.isBusy && !isAsking}>
              {t("check.send", words)}
            </Button>
          </>
        )
      }
    >
      {wasUnderway && (
        <Text role="status" tone="warn" bold>
          {t("check.underway", words)}
        </Text>
      )}
      {data && <CheckFacts checked={data} note={note} />}
      {check.isPending && <Bone height={320} />}
      {check.isError && !data && (
        <>
          <ErrorState error={check.error} money="no" onRetry={() => void check.refetch()} />
          {draft.kind === "send" && (
            <Button variant="outlined" size="large" onClick={() => router.history.back()}>
              {t("check.change")}
            </Button>
          )}
        </>
      )}
      <PinSheet
        open={isAsking}
        purpose={t("check.send", words)}
        busy={order.isBusy}
        onClose={close}
        onProved={(proof) => {
          void order.give(proof).then(() => setAskingPin(false))
        }}
      />
    </Screen>
  )
}

function wordsOf(
  checked: Schema["CheckOut"] | undefined,
  amount: Amount,
  payee: Person | undefined,
  language: string,
) {
  const person = checked?.payee ?? payee
  const total = checked?.total ?? amount
  return { amount: formatMoney(total, language, { trim: true }), name: person?.name ?? "" }
}

/** The next screens must be here before the money goes: the network may be gone by then. */
function fetchWhatFollows(): void {
  void import("./DoneScreen").catch(() => undefined)
  void import("./SendingScreen").catch(() => undefined)
}
