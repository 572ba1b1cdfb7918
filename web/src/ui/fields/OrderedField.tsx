/** Some of many in an order: chosen by a tap, moved up and down, taken out again. */
import { swapped } from "@/lib/swapped"
import { styled } from "@/ui/theme/styled"
import { Icon } from "../icons/Icon"
import { Pill, Pills } from "../layout/Pill"
import { Text } from "../layout/Text"
import { MoveButtons } from "./MoveButtons"

const Group = styled("fieldset")({ border: 0, margin: 0, padding: 0, minWidth: 0, display: "grid", gap: 8 })

const Rows = styled("ol")({
  border: "2px solid var(--batua-palette-divider)",
  borderRadius: 14,
  "& > li": { display: "flex", alignItems: "center", gap: 4, minHeight: 52, paddingInlineStart: 14 },
  "& > li + li": { borderTop: "1px solid var(--batua-palette-divider)" },
  "& > li > span": { flex: 1, minWidth: 0, overflowWrap: "anywhere", fontWeight: 600 },
})

interface Props<Name extends string> {
  label: string
  hint?: string
  chosen: readonly Name[]
  /** All that may be chosen. */
  options: readonly Name[]
  nameOf: (option: Name) => string
  onChange: (chosen: Name[]) => void
}

export function OrderedField<Name extends string>(props: Props<Name>) {
  const { label, hint, chosen, options, nameOf, onChange } = props
  const left = options.filter((one) => !chosen.includes(one))
  return (
    <Group>
      <Text as="legend" bold>
        {label}
      </Text>
      {hint && (
        <Text size="small" tone="quiet">
          {hint}
        </Text>
      )}
      {chosen.length > 0 && (
        <Rows>
          {chosen.map((one, at) => (
            <li key={one}>
              <span>{nameOf(one)}</span>
              <MoveButtons
                name={nameOf(one)}
                isFirst={at === 0}
                isLast={at === chosen.length - 1}
                onUp={() => onChange(swapped(chosen, at - 1))}
                onDown={() => onChange(swapped(chosen, at))}
                onOut={() => onChange(chosen.filter((other) => other !== one))}
              />
            </li>
          ))}
        </Rows>
      )}
      {left.length > 0 && (
        <Pills>
          {left.map((one) => (
            <Pill key={one} type="button" onClick={() => onChange([...chosen, one])}>
              <Icon name="add" size={18} />
              {nameOf(one)}
            </Pill>
          ))}
        </Pills>
      )}
    </Group>
  )
}
