/** Fields of rules: an amount of the group, a percentage, a whole number. */
import { useTranslation } from "react-i18next"
import { plainDigits, symbolOf, typeAmount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"

const PERCENT = "%"

interface Props {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}

export function MoneyField({ currency, value, onChange, ...rest }: Props & { currency: string }) {
  const { i18n } = useTranslation()
  return (
    <Field
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      start={<span style={{ paddingInlineStart: 14 }}>{symbolOf(currency, i18n.language)}</span>}
      value={value}
      onChange={(event) => onChange(typeAmount(event.target.value, currency) ?? value)}
    />
  )
}

/** At most two decimals: rates are kept in hundredths of a percent. */
export function PercentField({ value, onChange, ...rest }: Props) {
  return (
    <Field
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      end={<span style={{ paddingInlineEnd: 14 }}>{PERCENT}</span>}
      value={value}
      onChange={(event) => {
        const typed = plainDigits(event.target.value).replace(",", ".")
        if (/^(\d{1,3}(\.\d{0,2})?)?$/.test(typed)) onChange(typed)
      }}
    />
  )
}

interface NumberProps extends Props {
  /** What is wrong, once it is. */
  error?: string | null
  /** Days before something are below zero. */
  signed?: boolean
}

export function NumberField({ value, onChange, signed, ...rest }: NumberProps) {
  return (
    <Field
      {...rest}
      inputMode={signed ? "text" : "numeric"}
      autoComplete="off"
      value={value}
      onChange={(event) => {
        const typed = plainDigits(event.target.value)
        if ((signed ? /^-?\d{0,5}$/ : /^\d{0,5}$/).test(typed)) onChange(typed)
      }}
    />
  )
}
