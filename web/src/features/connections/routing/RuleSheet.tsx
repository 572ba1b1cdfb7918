/** One rule: which money it is about, and who takes it. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { typeAmount } from "@/lib/money"
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
import { boundsOf, draftOf, ruleOf, type Draft } from "./rule-draft"

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
  const [draft, setDraft] = useState(() => draftOf(rule))
  const { name, direction, country, currency, providers, isByCost } = draft
  const put = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const [isTried, setTried] = useState(false)
  const { low, high, isTwisted } = boundsOf(draft)
  const nameError = useNameError(name, taken)
  const amountError = isTwisted ? t("said.amounts") : null
  const done = () => {
    setTried(true)
    if (nameError || amountError) return
    onDone(ruleOf(draft, low, high))
  }
  const amount = (field: "from" | "below") => ({
    value: draft[field],
    inputMode: "decimal" as const,
    autoComplete: "off",
    disabled: !currency,
    onChange: (event: { target: { value: string } }) => {
      const next = typeAmount(event.target.value, currency)
      if (next !== null) put({ [field]: next })
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
          onChange={(event) => put({ name: event.target.value })}
        />
        <SelectField
          label={t("rule.direction")}
          value={direction}
          options={[{ value: "", label: t("rule.any_direction") }, ...choices.directions]}
          onChange={(value) => put({ direction: value })}
        />
        <SelectField
          label={t("rule.country")}
          hint={t("rule.country_hint")}
          value={country}
          options={[{ value: "", label: t("rule.any_country") }, ...choices.countries]}
          onChange={(value) => put({ country: value })}
        />
        <SelectField
          label={t("rule.currency")}
          value={currency}
          options={[{ value: "", label: t("rule.any_currency") }, ...choices.currencies]}
          // An amount of another currency is another amount.
          onChange={(code) => put({ currency: code, from: "", below: "" })}
        />
        <Field label={t("rule.from")} hint={t("rule.amount_hint")} {...amount("from")} />
        <Field label={t("rule.below")} error={isTried ? amountError : null} {...amount("below")} />
        <OrderedField
          label={t("rule.providers")}
          hint={t("rule.providers_hint")}
          chosen={providers}
          options={[...new Set([...connected, ...(rule?.providers ?? [])])]}
          nameOf={providerName}
          onChange={(value) => put({ providers: value })}
        />
        <Pills>
          <Pill type="button" aria-pressed={isByCost} onClick={() => put({ isByCost: !isByCost })}>
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

function useNameError(name: string, taken: string[]): string | null {
  const { t } = useTranslation("routing")
  if (!name.trim()) return t("said.no_name")
  return taken.includes(name.trim()) ? t("said.name") : null
}
