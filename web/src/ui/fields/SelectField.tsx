/** A choice among many, by the phone's own list. */
import { useId } from "react"
import { FieldFrame, fieldLinks } from "./Field"

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
  hint?: string
  error?: string | null
}

export function SelectField({ label, value, onChange, options, hint, error }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select {...fieldLinks(id, error)} value={value} onChange={(e) => onChange(e.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
