/** Two or three views of one list, side by side. */
import { styled } from "@/ui/theme/styled"

const Row = styled("div")({
  display: "flex",
  gap: 4,
  padding: 4,
  borderRadius: 18,
  background: "color-mix(in srgb, var(--batua-palette-text-primary) 8%, transparent)",
  "& button": {
    flex: 1,
    minWidth: 0,
    minHeight: 48,
    padding: "6px 12px",
    border: 0,
    borderRadius: 14,
    background: "transparent",
    color: "var(--batua-palette-text-secondary)",
    fontWeight: 650,
    lineHeight: 1.25,
    cursor: "pointer",
  },
  "& button[aria-pressed=true]": {
    background: "var(--batua-palette-background-paper)",
    color: "var(--batua-palette-text-primary)",
    boxShadow: "0 1px 4px rgb(12 10 30 / 0.18)",
  },
})

interface Props<Name extends string> {
  label: string
  value: Name
  options: { value: Name; label: string }[]
  onChange: (value: Name) => void
}

export function Segments<Name extends string>({ label, value, options, onChange }: Props<Name>) {
  return (
    <Row role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </Row>
  )
}
