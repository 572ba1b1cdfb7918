/** A route in words: who takes it, by which rule, who would be next, and why not the others. */
import { useTranslation } from "react-i18next"
import { formatMoney } from "@/lib/money"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { providerName } from "../names"
import type { Route, Standing } from "./queries"

const MARK: Record<Standing, Glyph> = {
  taken: "check",
  next: "next",
  unwell: "warn",
  not_offered: "close",
  not_in_rule: "close",
  not_connected: "close",
  refused: "back",
}

interface Props {
  route: Route
  /** Of the amount, for what it costs. */
  currency: string
  /** It has happened, and is not only tried. */
  isPast?: boolean
}

export function RouteWords({ route, currency, isPast = false }: Props) {
  const { t, i18n } = useTranslation("routing")
  const { taken, rule, candidates } = route
  const cost = (minor: number) => t("route.cost", { amount: formatMoney({ minor, currency }, i18n.language) })
  const who = taken ? t(isPast ? "route.took" : "route.takes", { name: providerName(taken) }) : t("route.nobody")
  const said = isPast ? "standing_past" : "standing"
  const [ruled, unruled] = isPast ? (["rule_past", "no_rule_past"] as const) : (["rule", "no_rule"] as const)
  return (
    <Stack gap={3}>
      <Stack gap={1}>
        <Text bold tone={taken ? "ink" : "bad"}>
          {who}
        </Text>
        <Text>{rule === null ? t(`route.${unruled}`) : t(`route.${ruled}`, { rule })}</Text>
      </Stack>
      {candidates.length > 0 && (
        <ListCard>
          {candidates.map(({ provider, standing, cost_minor }) => (
            <li key={provider}>
              <ListRow
                start={<Icon name={MARK[standing]} />}
                title={providerName(provider)}
                second={[t(`${said}.${standing}`), cost_minor !== null && cost(cost_minor)].filter(Boolean).join(" · ")}
              />
            </li>
          ))}
        </ListCard>
      )}
    </Stack>
  )
}
