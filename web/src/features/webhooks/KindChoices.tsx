/** The kinds of facts to choose from, by the part of the house that they come from. */
import { useTranslation } from "react-i18next"
import { styled } from "@/ui/theme/styled"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const Choice = styled("label")({
  display: "flex",
  alignItems: "center",
  gap: 12,
  minHeight: 48,
  padding: "4px 0",
  cursor: "pointer",
  overflowWrap: "anywhere",
  "& input": { width: 22, height: 22, flexShrink: 0, accentColor: "var(--batua-palette-primary-main)" },
})

const Group = styled("fieldset")({ border: 0, margin: 0, padding: 0, minWidth: 0 })

const PARTS = ["payments", "groups", "gateways", "identity"] as const

interface Props {
  kinds: string[]
  chosen: string[]
  onChosen: (kinds: string[]) => void
}

export function KindChoices({ kinds, chosen, onChosen }: Props) {
  const { t } = useTranslation("webhooks")
  const turn = (kind: string) =>
    onChosen(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind])
  return (
    <Stack gap={4}>
      {PARTS.map((part) => (
        <Group key={part}>
          <Text as="legend" bold>
            {t(`part.${part}`)}
          </Text>
          {kinds
            .filter((kind) => kind.startsWith(`${part}.`))
            .map((kind) => (
              <Choice key={kind}>
                <input type="checkbox" checked={chosen.includes(kind)} onChange={() => turn(kind)} />
                <span lang="en">{kind}</span>
              </Choice>
            ))}
        </Group>
      ))}
    </Stack>
  )
}
