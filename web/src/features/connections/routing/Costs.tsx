/** What providers take, which "the cheapest first" reckons with. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatNumber, parseAmount, typeAmount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { RoundButton } from "@/ui/layout/RoundButton"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"
import { providerName } from "../names"
import { useChoices } from "./choices"
import type { Cost } from "./queries"
import { useCostWords } from "./words"

const MOST_BPS = 10_000
/** "1.95" is read as money of two places: 195 hundredths of a percent. */
const TWO_PLACES = "INR"

interface Props {
  costs: Cost[]
  connected: string[]
  onCosts: (costs: Cost[]) => void
}

const keyOf = ({ provider, direction, currency }: Cost) => [provider, direction, currency].join(" ")

export function Costs({ costs, connected, onCosts }: Props) {
  const { t } = useTranslation("routing")
  const words = useCostWords()
  const [isOpen, setOpen] = useState(false)
  const add = (cost: Cost) => {
    // What is said again is said in the place of what was said before.
    onCosts([...costs.filter((one) => keyOf(one) !== keyOf(cost)), cost])
    setOpen(false)
  }
  return (
    <Stack gap={3} as="section" aria-label={t("costs.title")}>
      <Text as="h2" size="title">
        {t("costs.title")}
      </Text>
      <Text tone="quiet">{t("costs.help")}</Text>
      {costs.length === 0 && <Text>{t("costs.none")}</Text>}
      {costs.length > 0 && (
        <ListCard>
          {costs.map((cost) => (
            <li key={keyOf(cost)}>
              <ListRow
                title={providerName(cost.provider)}
                second={words(cost)}
                end={
                  <RoundButton
                    label={t("order.out", { name: `${providerName(cost.provider)} ${cost.currency}` })}
                    onClick={() => onCosts(costs.filter((one) => one !== cost))}
                  >
                    <Icon name="close" />
                  </RoundButton>
                }
              />
            </li>
          ))}
        </ListCard>
      )}
      {connected.length > 0 && (
        <Button variant="outlined" startIcon={<Icon name="add" />} onClick={() => setOpen(true)}>
          {t("costs.add")}
        </Button>
      )}
      <Sheet open={isOpen} title={t("costs.add")} onClose={() => setOpen(false)}>
        <CostForm connected={connected} onDone={add} />
      </Sheet>
    </Stack>
  )
}

function CostForm({ connected, onDone }: { connected: string[]; onDone: (cost: Cost) => void }) {
  const { t, i18n } = useTranslation("routing")
  const { directions, currencies } = useChoices()
  const [provider, setProvider] = useState(connected[0] ?? "")
  const [direction, setDirection] = useState("in")
  const [currency, setCurrency] = useState("INR")
  const [percent, setPercent] = useState("")
  const [fixed, setFixed] = useState("")
  const bps = parseAmount(percent, TWO_PLACES)?.minor ?? 0
  const isTooMuch = bps > MOST_BPS
  const type = (text: string, code: string, set: (text: string) => void) => {
    const next = typeAmount(text, code)
    if (next !== null) set(next)
  }
  const done = () => {
    if (isTooMuch) return
    const fixed_minor = parseAmount(fixed, currency)?.minor ?? 0
    onDone({ provider, direction: direction === "out" ? "out" : "in", currency, bps, fixed_minor })
  }
  return (
    <Form onSubmit={done}>
      <SelectField
        label={t("cost.provider")}
        value={provider}
        options={connected.map((name) => ({ value: name, label: providerName(name) }))}
        onChange={setProvider}
      />
      <SelectField label={t("rule.direction")} value={direction} options={directions} onChange={setDirection} />
      <SelectField
        label={t("rule.currency")}
        value={currency}
        options={currencies}
        onChange={(code) => {
          setCurrency(code)
          setFixed("")
        }}
      />
      <Field
        label={t("cost.percent")}
        hint={t("cost.percent_hint")}
        error={isTooMuch ? t("cost.too_much", { most: formatNumber(100, i18n.language) }) : null}
        value={percent}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => type(event.target.value, TWO_PLACES, setPercent)}
      />
      <Field
        label={t("cost.fixed")}
        value={fixed}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => type(event.target.value, currency, setFixed)}
      />
      <Button type="submit" size="large">
        {t("rule.done")}
      </Button>
    </Form>
  )
}
