/** "What would happen to ₹500 from Nigeria?": asked of the rules that are kept, and nothing is begun. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { HOME_COUNTRY, countryName } from "@/lib/countries"
import { HOME_CURRENCY, formatMoney, parseAmount, typeAmount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { useChoices } from "./choices"
import { useTrial } from "./queries"
import { RouteWords } from "./RouteWords"

/** `isOfKept`: there are changes, which it does not know. */
export function Trial({ isOfKept }: { isOfKept: boolean }) {
  const { t, i18n } = useTranslation("routing")
  const { directions, countries, currencies } = useChoices()
  const [direction, setDirection] = useState("in")
  const [text, setText] = useState("500")
  const [currency, setCurrency] = useState(HOME_CURRENCY)
  const [country, setCountry] = useState(HOME_COUNTRY)
  const trial = useTrial()
  const amount = parseAmount(text, currency)
  const asked = trial.variables
  const ask = () => {
    if (amount) trial.mutate({ direction: direction === "out" ? "out" : "in", amount, country: country || null })
  }
  const question = (of: NonNullable<typeof asked>) => {
    const values = { amount: formatMoney(of.amount, i18n.language, { trim: true }) }
    if (!of.country) return t(`trial.asked_${of.direction}`, values)
    return t(`trial.asked_${of.direction}_country`, { ...values, country: countryName(of.country, i18n.language) })
  }
  return (
    <Stack gap={3} as="section" aria-label={t("trial.title")}>
      <Text as="h2" size="title">
        {t("trial.title")}
      </Text>
      <Text tone="quiet">{t("trial.help")}</Text>
      {isOfKept && <Text tone="warn">{t("trial.of_kept")}</Text>}
      <Card>
        <Form onSubmit={ask}>
          <SelectField label={t("rule.direction")} value={direction} options={directions} onChange={setDirection} />
          <Field
            label={t("trial.amount")}
            value={text}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => {
              const next = typeAmount(event.target.value, currency)
              if (next !== null) setText(next)
            }}
          />
          <SelectField
            label={t("rule.currency")}
            value={currency}
            options={currencies}
            onChange={(code) => {
              setCurrency(code)
              if (typeAmount(text, code) === null) setText("")
            }}
          />
          <SelectField
            label={t("rule.country")}
            value={country}
            options={[{ value: "", label: t("trial.no_country") }, ...countries]}
            onChange={setCountry}
          />
          <ProblemNote error={trial.error} />
          <Button type="submit" variant="outlined" loading={trial.isPending} disabled={!amount}>
            {t("trial.do")}
          </Button>
        </Form>
      </Card>
      <div role="status">
        {trial.data && asked && (
          <Stack gap={3}>
            <Text size="large" bold>
              {question(asked)}
            </Text>
            <RouteWords route={trial.data} currency={asked.amount.currency} />
          </Stack>
        )}
      </div>
    </Stack>
  )
}
