/** An amount as one field among others; given on when the cursor leaves it. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { decimal, parseAmount, symbolOf, typeAmount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"

interface Props {
  label: string
  currency: string
  minor: number | undefined
  onChange: (minor: number | undefined) => void
}

export function AmountField({ label, currency, minor, onChange }: Props) {
  const { i18n } = useTranslation()
  const written = minor === undefined ? "" : decimal({ minor, currency }).replace(/\.0+$/, "")
  const [typed, setTyped] = useState(written)
  const [shown, setShown] = useState(written)
  if (shown !== written) {
    setShown(written)
    setTyped(written)
  }
  const give = () => onChange(parseAmount(typed, currency)?.minor)
  return (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      start={<span style={{ paddingInlineStart: 14 }}>{symbolOf(currency, i18n.language)}</span>}
      value={typed}
      onChange={(event) => setTyped((was) => typeAmount(event.target.value, currency) ?? was)}
      onBlur={give}
      onKeyDown={(event) => {
        if (event.key === "Enter") give()
      }}
    />
  )
}
