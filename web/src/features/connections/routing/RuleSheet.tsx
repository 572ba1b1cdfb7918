/** One rule: which money it is about, and who takes it. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { decimal, parseAmount, typeAmount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { OrderedField } from "@/ui/fields/OrderedField"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Sheet } from "@/ui/sheet/Sheet"
import { providerName } from "../names"
import { useChoices } from "./choices"
import type { Rule } from "./queries"

const LONGEST_NAME = 80

interface Props {
  /** None for a new one. */
  rule: Rule | undefined
  /** Names of the other rules. */
  taken: string[]
  connected: string[]
  onDone: (rule: Rule) => void
  onClose: () => void
}

export function RuleSheet({ rule, taken, connected, onDone, onClose }: Props) {
  const { t } = useTranslation("routing")
  const choices = useChoices()
  const [name, setName] = useState(rule?.name ?? "")
  const [direction, setDirection] = useState<string>(rule?.direction ?? "")
  const [country, setCountry] = useState(rule?.country ?? "")
  const [currency, setCurrency] = useState(rule?.currency ?? "")
  const [from, setFrom] = useState(typed(rule?.from_minor, rule?.currency))
  const [below, setBelow] = useState(typed(rule?.below_minor, rule?.currency))
  const [providers, setProviders] = useState(rule?.providers ?? [])
  const [isByCost, setByCost] = useState(rule?.is_by_cost ?? false)
  const [isTried, setTried] = useState(false)
  const minor = (text: string) => (currency ? (parseAmount(text, currency)?.minor ?? null) : null)
  const [low, high] = [minor(from), minor(below)]
  const nameError = !name.trim() ? t("said.no_name") : taken.includes(name.trim()) ? t("said.name") : null
  const amountError = low !== null && high !== null && low >= high ? t("said.amounts") : null
  const done = () => {
    setTried(true)
    if (nameError || amountError) return
    onDone({
      name: name.trim(),
      direction: direction === "in" || direction === "out" ? direction : null,
      country: country || null,
      currency: currency || null,
      from_minor: low,
      below_minor: high,
      providers,
      is_by_cost: isByCost,
    })
  }
  const amount = (text: string, set: (text: string) => void) => ({
    value: text,
    inputMode: "decimal" as const,
    autoComplete: "off",
    disabled: !currency,
    onChange: (event: { target: { value: string } }) => {
      const next = typeAmount(event.target.value, currency)
      if (next !== null) set(next)
    },
  })
  return (
    <Sheet open title={rule ? t("rule.title") : t("rules.add")} onClose={onClose}>
      <Form onSubmit={done}>
        <Field
          label={t("rule.name")}
          hint={t("rule.name_hint")}
          error={isTried ? nameError : null}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t("rule.direction")}
          value={direction}
          options={[{ value: "", label: t("rule.any_direction") }, ...choices.directions]}
          onChange={setDirection}
        />
        <SelectField
          label={t("rule.country")}
          hint={t("rule.country_hint")}
          value={country}
          options={[{ value: "", label: t("rule.any_country") }, ...choices.countries]}
          onChange={setCountry}
        />
        <SelectField
          label={t("rule.currency")}
          value={currency}
          options={[{ value: "", label: t("rule.any_currency") }, ...choices.currencies]}
          onChange={(code) => {
            setCurrency(code)
            // An amount of another currency is another amount.
            setFrom("")
            setBelow("")
          }}
        />
        <Field label={t("rule.from")} hint={t("rule.amount_hint")} {...amount(from, setFrom)} />
        <Field label={t("rule.below")} error={isTried ? amountError : null} {...amount(below, setBelow)} />
        <OrderedField
          label={t("rule.providers")}
          hint={t("rule.providers_hint")}
          chosen={providers}
          options={[...new Set([...connected, ...(rule?.providers ?? [])])]}
          nameOf={providerName}
          onChange={setProviders}
        />
        <Pills>
          <Pill type="button" aria-pressed={isByCost} onClick={() => setByCost(!isByCost)}>
            {t("rule.by_cost")}
            {isByCost && <Icon name="check" size={18} />}
          </Pill>
        </Pills>
        <Button type="submit" size="large">
          {t("rule.done")}
        </Button>
      </Form>
    </Sheet>
  )
}

const typed = (minor: number | null | undefined, currency: string | null | undefined) =>
  typeof minor === "number" && currency ? decimal({ minor, currency }) : ""
