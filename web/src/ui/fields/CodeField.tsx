/** The code of a text message: typed, pasted, or filled in by the phone. */
import { styled } from "@/ui/theme/styled"
import { plainDigits } from "@/lib/money"
import { Field } from "./Field"

export const CODE_LENGTH = 6

const Wide = styled("div")({
  "& input": {
    fontSize: "1.75rem !important",
    fontWeight: 700,
    letterSpacing: "0.4em",
    textAlign: "center",
    fontVariantNumeric: "tabular-nums",
  },
})

interface Props {
  label: string
  value: string
  onChange: (code: string) => void
  hint?: string
  error?: string | null
  disabled?: boolean
}

export function CodeField({ value, onChange, ...rest }: Props) {
  const read = (typed: string) => plainDigits(typed).replaceAll(".", "").slice(0, CODE_LENGTH)
  return (
    <Wide>
      <Field
        {...rest}
        value={value}
        onChange={(event) => onChange(read(event.target.value))}
        inputMode="numeric"
        autoComplete="one-time-code"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the code is all that is asked here
        autoFocus
      />
    </Wide>
  )
}
