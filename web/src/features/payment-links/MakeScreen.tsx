/** A new link: how much or who says it, what for, how often, how long. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { makeLink, type LinkOrder } from "@/api/payment-links"
import { walletsQuery } from "@/api/wallets"
import { HOME_CURRENCY, typeAmount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { EMPTY, faultOf, orderOf, type Typed } from "./typed"

const DAYS = [1, 7, 30, 90]
const LONGEST_NOTE = 200

export default function MakeScreen() {
  const { t } = useTranslation("payment-links")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const making = useMutation({
    mutationFn: (order: LinkOrder) => makeLink(order),
    onSuccess: async (made) => {
      cache.setQueryData(["payment-links", "one", made.id], made)
      void cache.invalidateQueries({ queryKey: ["payment-links", "list"] })
      await navigate({ to: "/payment-links/$id", params: { id: made.id }, replace: true })
    },
  })
  return (
    <Screen title={t("form.title")} intro={t("form.intro")} back="/payment-links">
      <LinkForm
        busy={making.isPending || making.isSuccess}
        problem={making.error}
        onSubmit={(order) => making.mutate(order)}
      />
    </Screen>
  )
}

interface Props {
  busy: boolean
  problem: unknown
  onSubmit: (order: LinkOrder) => void
}

function LinkForm({ busy, problem, onSubmit }: Props) {
  const { t } = useTranslation("payment-links")
  const wallets = useQuery(walletsQuery).data ?? []
  const [typed, setTyped] = useState<Typed>(EMPTY)
  const [wasTried, setTried] = useState(false)
  const currency = typed.currency ?? wallets[0]?.currency ?? HOME_CURRENCY
  const put = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const fault = wasTried ? faultOf(typed, currency) : null
  return (
    <Form
      onSubmit={() => {
        setTried(true)
        if (!busy && !faultOf(typed, currency)) onSubmit(orderOf(typed, currency))
      }}
    >
      {wallets.length > 1 && (
        <Segments
          label={t("form.currency")}
          value={currency}
          options={wallets.map((wallet) => ({ value: wallet.currency, label: wallet.currency }))}
          onChange={(next) => put({ currency: next })}
        />
      )}
      <Segments
        label={t("form.sort")}
        value={typed.sort}
        options={[
          { value: "fixed", label: t("form.fixed") },
          { value: "open", label: t("form.open") },
        ]}
        onChange={(sort) => put({ sort })}
      />
      <Amounts typed={typed} currency={currency} fault={fault} onChange={put} />
      <Field
        label={t("form.note")}
        hint={t("form.note_hint")}
        autoComplete="off"
        maxLength={LONGEST_NOTE}
        value={typed.note}
        onChange={(event) => put({ note: event.target.value })}
      />
      <Terms typed={typed} onChange={put} />
      <ProblemNote error={problem} money="no" />
      <Button size="large" type="submit" loading={busy}>
        {t("form.submit")}
      </Button>
    </Form>
  )
}

interface PartProps {
  typed: Typed
  onChange: (change: Partial<Typed>) => void
}

function Amounts(props: PartProps & { currency: string; fault: "amount" | "bounds" | null }) {
  const { t } = useTranslation("payment-links")
  const { typed, currency, fault, onChange } = props
  const names = typed.sort === "fixed" ? (["amount"] as const) : (["least", "most"] as const)
  const errors = {
    amount: fault === "amount" ? t("form.bad_amount") : null,
    least: null,
    most: fault === "bounds" ? t("form.bad_bounds") : null,
  }
  return names.map((name) => (
    <Field
      key={name}
      label={t(`form.${name}`)}
      hint={currency}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      value={typed.amounts[name]}
      error={errors[name]}
      onChange={(event) => {
        const text = typeAmount(event.target.value, currency)
        if (text !== null) onChange({ amounts: { ...typed.amounts, [name]: text } })
      }}
    />
  ))
}

function Terms({ typed, onChange }: PartProps) {
  const { t } = useTranslation("payment-links")
  return (
    <>
      <Segments
        label={t("form.once")}
        value={typed.isOnce ? "once" : "many"}
        options={[
          { value: "once", label: t("form.once_yes") },
          { value: "many", label: t("form.once_no") },
        ]}
        onChange={(often) => onChange({ isOnce: often === "once" })}
      />
      <Stack gap={2}>
        <Text bold>{t("form.days")}</Text>
        <Pills role="group" aria-label={t("form.days")}>
          {DAYS.map((days) => (
            <Pill
              key={days}
              type="button"
              aria-pressed={days === typed.days}
              onClick={() => onChange({ days })}
            >
              {t("form.day", { count: days })}
            </Pill>
          ))}
        </Pills>
      </Stack>
    </>
  )
}
