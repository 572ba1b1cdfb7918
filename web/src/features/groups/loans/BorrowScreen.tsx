/** Borrow from the group: what it would cost first, then why and who answers for it. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, may, type Group } from "@/api/groups"
import { lendableOf, productsOf, quoteQuery, type LoanProduct, type Quote, type QuoteOrder } from "@/api/loans"
import { decimal, formatMoney, parseAmount } from "@/lib/money"
import { useSettled } from "@/lib/settled"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { AmountPad } from "@/ui/money/AmountPad"
import { Loaded } from "../Loaded"
import { AskLoan } from "./AskLoan"
import { Schedule, Terms } from "./Terms"
import { useCap } from "./loan-words"

const TYPING_MS = 300

export function BorrowScreen({ id }: { id: string }) {
  const { t } = useTranslation("loans")
  const group = useQuery(groupQuery(id))
  const [wanted, setWanted] = useState<QuoteOrder | null>(null)
  const [isAsking, setAsking] = useState(false)
  if (group.data && wanted && isAsking)
    return <AskLoan group={group.data} wanted={wanted} onBack={() => setAsking(false)} />
  return (
    <Screen title={t("borrow.title")} intro={group.data?.name} back={`/groups/${id}/loans`}>
      <Loaded query={group} rows={1}>
        {(data) => {
          const [first] = productsOf(data)
          if (!first || !may(data, "borrow"))
            return <EmptyState picture="pouch" title={t("borrow.none")} body={t("borrow.none_body")} />
          return (
            <Calculator
              group={data}
              first={first}
              initial={wanted}
              onNext={(order) => {
                setWanted(order)
                setAsking(true)
              }}
            />
          )
        }}
      </Loaded>
    </Screen>
  )
}

interface Props {
  group: Group
  first: LoanProduct
  initial: QuoteOrder | null
  onNext: (order: QuoteOrder) => void
}

function Calculator({ group, first, initial, onNext }: Props) {
  const { t, i18n } = useTranslation(["loans", "app"])
  const { typed, setTyped, product, setKey, count, setCount, amount, order } = useWanted(group, first, initial)
  const quote = useQuery(quoteQuery(group.id, order))
  const words = useTooMuch(group, product, amount?.minor ?? 0, quote.data?.most ?? null)
  const products = productsOf(group)
  const counts = Array.from({ length: product.max_count - product.min_count + 1 }, (_, n) => product.min_count + n)
  const isReady = amount !== null && !words.error && quote.isSuccess
  return (
    <Form
      onSubmit={() => {
        if (isReady) onNext({ product: product.key, amount, count })
      }}
    >
      {products.length > 1 && (
        <SelectField
          label={t("borrow.product")}
          value={product.key}
          onChange={setKey}
          options={products.map((each) => ({ value: each.key, label: each.name }))}
        />
      )}
      <AmountPad
        label={t("borrow.how_much")}
        value={typed}
        onChange={setTyped}
        currency={group.currency}
        error={words.error}
        hint={words.hint}
      />
      <SelectField
        label={t("borrow.instalments")}
        value={String(count)}
        onChange={(value) => setCount(Number(value))}
        options={counts.map((n) => ({ value: String(n), label: t(`terms.${product.period}`, { count: n }) }))}
      />
      {order && quote.data && !words.error && (
        <section aria-label={t("borrow.costs")} style={{ display: "grid", gap: 12 }}>
          <Terms cost={quote.data.cost} rows={quote.data.rows} period={product.period} count={count} />
          <Schedule rows={quote.data.rows} />
          <Text size="small" tone="quiet">
            {t("borrow.if_today", { amount: formatMoney(order.amount, i18n.language, { trim: true }) })}
          </Text>
        </section>
      )}
      <ProblemNote error={order && quote.error} />
      <Button size="large" type="submit" disabled={!isReady}>
        {t("app:do.next")}
      </Button>
    </Form>
  )
}

/** What she has chosen so far; `order` is what can be reckoned, a moment after she has typed. */
function useWanted(group: Group, first: LoanProduct, initial: QuoteOrder | null) {
  const [key, setKey] = useState(initial?.product ?? first.key)
  const product = productsOf(group).find((each) => each.key === key) ?? first
  const [typed, setTyped] = useState(initial ? decimal(initial.amount).replace(/\.0+$/, "") : "")
  const [chosen, setCount] = useState(initial?.count ?? product.max_count)
  const count = Math.min(Math.max(chosen, product.min_count), product.max_count)
  const amount = parseAmount(typed, group.currency)
  const reckoned = parseAmount(useSettled(typed, TYPING_MS), group.currency)
  const order = reckoned ? { product: product.key, amount: reckoned, count } : null
  return { typed, setTyped, product, setKey, count, setCount, amount, order }
}

/** The most that she may have, and why, before she asks and is refused. */
function useTooMuch(group: Group, product: LoanProduct, minor: number, most: Quote["most"]) {
  const { t, i18n } = useTranslation("loans")
  const cap = useCap()
  const lendable = lendableOf(group)
  const inPot = t("borrow.in_pot", { amount: formatMoney(lendable, i18n.language, { trim: true }) })
  const ownCap = most && cap(product, most, group.my_share)
  if (most && minor > most.minor) return { error: ownCap, hint: "" }
  if (minor > lendable.minor) return { error: inPot, hint: "" }
  return { error: null, hint: most && most.minor < lendable.minor && ownCap ? ownCap : inPot }
}
