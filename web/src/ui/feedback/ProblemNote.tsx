/** What went wrong inside a form: what it is, whether money moved, what to do. */
import { styled } from "@/ui/theme/styled"
import { Icon } from "../icons/Icon"
import { Text } from "../layout/Text"
import { useProblemWords, type MoneyMoved } from "./problem-words"

const Note = styled("div")({
  display: "flex",
  gap: 12,
  padding: "14px 16px",
  borderRadius: 16,
  color: "var(--batua-palette-error-main)",
  background: "color-mix(in srgb, var(--batua-palette-error-main) 9%, transparent)",
  "& > svg": { flexShrink: 0, marginTop: 1 },
  "& > div": { minWidth: 0, display: "grid", gap: 2, color: "var(--batua-palette-text-primary)" },
})

interface Props {
  /** Nothing is shown while there is no error. */
  error: unknown
  /** For anything that could have moved money. */
  money?: MoneyMoved
}

export function ProblemNote({ error, money }: Props) {
  const words = useProblemWords(error, money)
  return (
    <div role="alert">
      {words && (
        <Note>
          <Icon name="warn" />
          <div>
            <Text bold>{words.what}</Text>
            {words.money && <Text>{words.money}</Text>}
            {words.todo && <Text tone="quiet">{words.todo}</Text>}
          </div>
        </Note>
      )}
    </div>
  )
}
