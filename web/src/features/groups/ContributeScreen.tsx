/** Money from the wallet into the pot: how much, a last look, and the PIN where it is asked for. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, type Group } from "@/api/groups"
import { walletsQuery } from "@/api/wallets"
import { decimal, formatMoney, parseAmount, type Amount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { AmountPad } from "@/ui/money/AmountPad"
import { ContributeCheck } from "./ContributeCheck"
import { Loaded } from "./Loaded"

export interface Contribution {
  amount: Amount
  note: string
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
  const wallets = useQuery(walletsQuery)
  const [typed, setTyped] = useState(initial ? decimal(initial.amount).replace(/\.0+$/, "") : "")
  const [note, setNote] = useState(initial?.note ?? "")
  const amount = parseAmount(typed, group.currency)
  const available = wallets.data?.find((wallet) => wallet.currency === group.currency)?.available
  const isShort = amount !== null && available !== undefined && amount.minor > available.minor
  const hint =
    available && t("contribute.available", { amount: formatMoney(available, i18n.language, { trim: true }) })
  return (
    <Form
      onSubmit={() => {
        if (amount && !isShort) onNext({ amount, note: note.trim() })
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
      <Field label={t("contribute.note")} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button size="large" type="submit" disabled={!amount || isShort}>
        {t("app:do.next")}
      </Button>
    </Form>
  )
}
