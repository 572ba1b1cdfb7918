/** Money into the pot: how much, from where, a last look, and the PIN where it is asked for. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, type Group, type PayFrom } from "@/api/groups"
import { walletsQuery } from "@/api/wallets"
import { decimal, formatMoney, parseAmount, type Amount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { AmountPad } from "@/ui/money/AmountPad"
import { ContributeCheck } from "./ContributeCheck"
import { Loaded } from "../Loaded"
import { PayBy } from "./PayBy"

export interface Contribution {
  amount: Amount
  note: string
  pay_by: PayFrom
}

export function ContributeScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const [typed, setTyped] = useState<Contribution | null>(null)
  const [isChecking, setChecking] = useState(false)
  if (group.data && typed && isChecking)
    return <ContributeCheck group={group.data} what={typed} onBack={() => setChecking(false)} />
  return (
    <Screen title={t("contribute.title")} intro={group.data?.name} back={`/groups/${id}`}>
      <Loaded query={group} rows={1}>
        {(data) => (
          <HowMuch
            group={data}
            initial={typed}
            onNext={(what) => {
              setTyped(what)
              setChecking(true)
            }}
          />
        )}
      </Loaded>
    </Screen>
  )
}

interface Props {
  group: Group
  initial: Contribution | null
  onNext: (what: Contribution) => void
}

function HowMuch({ group, initial, onNext }: Props) {
  const { t, i18n } = useTranslation(["groups", "app"])
  const [typed, setTyped] = useState(initial ? decimal(initial.amount).replace(/\.0+$/, "") : "")
  const [note, setNote] = useState(initial?.note ?? "")
  const [payBy, setPayBy] = useState<PayFrom>(initial?.pay_by ?? "wallet")
  const amount = parseAmount(typed, group.currency)
  const available = useAvailable(group.currency, payBy)
  const isShort = available !== undefined && amount !== null && amount.minor > available.minor
  const hint = available ? t("contribute.available", { amount: formatMoney(available, i18n.language, { trim: true }) }) : undefined
  return (
    <Form
      onSubmit={() => {
        if (amount && !isShort) onNext({ amount, note: note.trim(), pay_by: payBy })
      }}
    >
      <AmountPad
        label={t("contribute.how_much")}
        value={typed}
        onChange={setTyped}
        currency={group.currency}
        error={isShort ? t("contribute.short") : null}
        hint={hint}
      />
      <PayBy chosen={payBy} onChosen={setPayBy} />
      <Field label={t("contribute.note")} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button size="large" type="submit" disabled={!amount || isShort}>
        {t("app:do.next")}
      </Button>
    </Form>
  )
}

/** What can go in at most: of money from outside nobody here knows. */
function useAvailable(currency: string, payBy: PayFrom): Amount | undefined {
  const wallets = useQuery(walletsQuery)
  if (payBy === "checkout") return undefined
  return wallets.data?.find((wallet) => wallet.currency === currency)?.available
}
