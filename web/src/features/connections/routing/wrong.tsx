/** Which rule was refused, and why, in words. */
import { useTranslation } from "react-i18next"
import { isProblem } from "@/api/problem"
import { Text } from "@/ui/layout/Text"
import type { Rule } from "./queries"

const SAID = {
  "is another for each rule": "said.name",
  "is named where there are amounts": "said.currency",
  "is more than from_minor": "said.amounts",
  "is said once a provider, direction and currency": "said.cost",
} as const

export function useWrong() {
  const { t } = useTranslation("routing")
  return (error: unknown, rules: Rule[]) => {
    if (!isProblem(error, "kit.bad_field")) return null
    const { field, message } = error.facts
    if (typeof field !== "string" || typeof message !== "string") return null
    const known = Object.entries(SAID).find(([words]) => words === message)
    const at = /^rules\[(\d+)\]/.exec(field)?.[1]
    const rule = at === undefined ? undefined : rules[Number(at)]
    const words = known ? t(known[1]) : message
    return <Text tone="bad">{rule ? t("said.of_rule", { rule: rule.name, words }) : words}</Text>
  }
}
