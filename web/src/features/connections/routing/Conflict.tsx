/** Somebody else kept other rules meanwhile: hers are shown beside one's own, and nothing is lost. */
import { useTranslation } from "react-i18next"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import type { Routing, Rule } from "./queries"
import { useRuleWords } from "./words"

interface Props {
  kept: Routing
  mine: Rule[]
  onAdd: (rule: Rule) => void
  onMine: () => void
  onTheirs: () => void
}

export function Conflict({ kept, mine, onAdd, onMine, onTheirs }: Props) {
  const { t } = useTranslation("routing")
  const words = useRuleWords()
  const names = mine.map(({ name }) => name)
  return (
    <Card role="alert" aria-label={t("conflict.title")}>
      <Stack gap={3}>
        <Text as="h2" size="large" bold>
          {t("conflict.title")}
        </Text>
        <Text>{t("conflict.body")}</Text>
        {kept.rules.length === 0 && <Text tone="quiet">{t("conflict.no_rules")}</Text>}
        {kept.rules.map((rule) => (
          <Stack key={rule.name} gap={1} align="start">
            <Text bold>{rule.name}</Text>
            <Text size="small" tone="quiet">
              {words(rule).when} · {words(rule).then}
            </Text>
            {!names.includes(rule.name) && (
              <Button variant="text" onClick={() => onAdd(rule)}>
                {t("conflict.add", { rule: rule.name })}
              </Button>
            )}
          </Stack>
        ))}
        <Stack row wrap gap={3}>
          <Button onClick={onMine}>{t("conflict.mine")}</Button>
          <Button variant="outlined" onClick={onTheirs}>
            {t("conflict.theirs")}
          </Button>
        </Stack>
      </Stack>
    </Card>
  )
}
