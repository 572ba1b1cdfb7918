/** Rules and costs in words, for lists. */
import { useTranslation } from "react-i18next"
import { countryName } from "@/lib/countries"
import { formatMoney, formatNumber } from "@/lib/money"
import { providerName } from "../names"
import type { Cost, Rule } from "./queries"

/** What a rule is about, and who takes it then. */
export function useRuleWords() {
  const { t, i18n } = useTranslation("routing")
  const money = (minor: number, currency: string) => formatMoney({ minor, currency }, i18n.language, { trim: true })
  return (rule: Rule) => {
    const { direction, country, currency, from_minor, below_minor, providers = [], is_by_cost } = rule
    const when = [
      direction && t(`direction.${direction}`),
      country && t("when.country", { country: countryName(country, i18n.language) }),
      currency && t("when.currency", { currency }),
      currency && typeof from_minor === "number" && t("when.from", { amount: money(from_minor, currency) }),
      currency && typeof below_minor === "number" && t("when.below", { amount: money(below_minor, currency) }),
    ].filter(Boolean)
    const names = providers.map(providerName)
    const chosen = names.length > 0 ? names.join(is_by_cost ? ", " : t("then.join")) : null
    const how = is_by_cost ? "cheapest" : "order"
    return {
      when: when.length > 0 ? when.join(" · ") : t("when.all"),
      then: chosen ? t(`then.${how}`, { names: chosen }) : t(`then.${how}_of_all`),
    }
  }
}

const BPS_IN_PERCENT = 100

export function useCostWords() {
  const { t, i18n } = useTranslation("routing")
  return ({ direction, currency, bps = 0, fixed_minor = 0 }: Cost) => {
    const percent = t("cost.percent_of", { percent: formatNumber(bps / BPS_IN_PERCENT, i18n.language) })
    const fixed = formatMoney({ minor: fixed_minor, currency }, i18n.language)
    const takes = [bps > 0 && percent, fixed_minor > 0 && fixed].filter(Boolean).join(" + ")
    return [t(`direction.${direction}`), currency, takes || t("cost.nothing")].join(" · ")
  }
}
