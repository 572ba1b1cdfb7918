/** Money from the wallet into the pot. */
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { contribute, groupQuery, type Group } from "@/api/groups"
import { isProblem } from "@/api/problem"
import { walletsQuery } from "@/api/wallets"
import { formatMoney, parseAmount, type Amount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { AmountPad } from "@/ui/money/AmountPad"
import { PinSheet } from "@/ui/money/PinSheet"
import { Loaded } from "./Loaded"
import { usePinned } from "./use-pinned"

export function ContributeScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={t("contribute.title")} intro={group.data?.name} back={`/groups/${id}`}>
      <Loaded query={group} rows={1}>
        {(data) => <Giving group={data} />}
      </Loaded>
    </Screen>
  )
}

function Giving({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const navigate = useNavigate()
  const wallets = useQuery(walletsQuery)
  const [typed, setTyped] = useState("")
  const [note, setNote] = useState("")
  const amount = parseAmount(typed, group.currency)
  const available = wallets.data?.find((wallet) => wallet.currency === group.currency)?.available
  const isShort = amount !== null && available !== undefined && amount.minor > available.minor
  const inWords = (money: Amount) => formatMoney(money, i18n.language, { trim: true })
  const order = usePinned(
    (what: { amount: Amount; note: string }, proof) => contribute(group.id, what, proof),
    () => {
      toast({ text: t("contribute.done"), tone: "good" })
      return navigate({ to: "/groups/$id", params: { id: group.id }, replace: true })
    },
  )
  const words = { amount: amount ? inWords(amount) : "", name: group.name }
  const go = () => {
    if (amount && !isShort && !order.isBusy) order.give({ amount, note: note.trim() })
  }
  const hint = available && t("contribute.available", { amount: inWords(available) })
  return (
    <>
      <Form onSubmit={go}>
        <AmountPad
          label={t("contribute.how_much")}
          value={typed}
          onChange={setTyped}
          currency={group.currency}
          error={isShort ? t("contribute.short") : null}
          hint={hint}
        />
        <Field label={t("contribute.note")} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        <ProblemNote error={order.problem} money={moved(order.problem)} />
        <Button size="large" type="submit" disabled={!amount || isShort} loading={order.isBusy && !order.pin.open}>
          {amount ? t("contribute.go", words) : t("contribute.title")}
        </Button>
      </Form>
      <PinSheet {...order.pin} purpose={t("contribute.go", words)} />
    </>
  )
}

/** A refusal moved nothing; without an answer nobody knows, and the same order may be given again. */
function moved(problem: unknown): "no" | "unknown" {
  return isProblem(problem) && problem.isRefusal ? "no" : "unknown"
}
