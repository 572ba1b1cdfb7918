/** The rules in the order in which they are read; the first that fits is followed. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { swapped } from "@/lib/swapped"
import { MoveButtons } from "@/ui/fields/MoveButtons"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { RoundButton } from "@/ui/layout/RoundButton"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import type { Rule } from "./queries"
import { RuleSheet } from "./RuleSheet"
import { useRuleWords } from "./words"

interface Props {
  rules: Rule[]
  connected: string[]
  onRules: (rules: Rule[]) => void
}

export function Rules({ rules, connected, onRules }: Props) {
  const { t } = useTranslation("routing")
  // The place of the rule that is open; the one after the last is a new one.
  const [open, setOpen] = useState<number | null>(null)
  const put = (rule: Rule) => {
    if (open !== null) onRules([...rules.slice(0, open), rule, ...rules.slice(open + 1)])
    setOpen(null)
  }
  return (
    <Stack gap={3} as="section" aria-label={t("rules.title")}>
      <Text as="h2" size="title">
        {t("rules.title")}
      </Text>
      <Text tone="quiet">{t("rules.help")}</Text>
      {rules.length === 0 && <Text>{t("rules.none")}</Text>}
      {rules.map((rule, at) => (
        <RuleCard
          key={rule.name}
          rule={rule}
          number={at + 1}
          isLast={at === rules.length - 1}
          onUp={() => onRules(swapped(rules, at - 1))}
          onDown={() => onRules(swapped(rules, at))}
          onOpen={() => setOpen(at)}
          onRemove={() => onRules(rules.filter((_, place) => place !== at))}
        />
      ))}
      <Button variant="outlined" startIcon={<Icon name="add" />} onClick={() => setOpen(rules.length)}>
        {t("rules.add")}
      </Button>
      {open !== null && (
        <RuleSheet
          key={open}
          rule={rules[open]}
          taken={rules.filter((_, place) => place !== open).map(({ name }) => name)}
          connected={connected}
          onDone={put}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  )
}

interface CardProps {
  rule: Rule
  number: number
  isLast: boolean
  onUp: () => void
  onDown: () => void
  onOpen: () => void
  onRemove: () => void
}

function RuleCard({ rule, number, isLast, onUp, onDown, onOpen, onRemove }: CardProps) {
  const { t } = useTranslation("routing")
  const { when, then } = useRuleWords()(rule)
  const { name } = rule
  return (
    <Card>
      <Stack gap={1}>
        <Text as="h3" bold>
          {t("rules.one", { number, name })}
        </Text>
        <Text>{when}</Text>
        <Text tone="quiet">{then}</Text>
        <Stack row wrap gap={1} style={{ marginInline: -10 }}>
          <RoundButton label={t("rules.edit", { name })} onClick={onOpen}>
            <Icon name="edit" />
          </RoundButton>
          <MoveButtons
            name={name}
            isFirst={number === 1}
            isLast={isLast}
            onUp={onUp}
            onDown={onDown}
            onOut={onRemove}
          />
        </Stack>
      </Stack>
    </Card>
  )
}
