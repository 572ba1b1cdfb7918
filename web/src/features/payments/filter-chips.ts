/** Each filter that is set, in words, and the filters without it. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { payeeQuery } from "@/api/payees"
import { formatMoney, HOME_CURRENCY } from "@/lib/money"
import { dayStart, formatDay } from "@/lib/time"
import { kindsOf, statusesOf, toggled, type Filters } from "./filters"

export interface FilterChip {
  label: string
  without: Filters
}

export function useFilterChips(filters: Filters): FilterChip[] {
  const { t, i18n } = useTranslation(["payments", "app"])
  const person = useQuery({ ...payeeQuery(filters.person ?? ""), enabled: Boolean(filters.person) })
  const currency = filters.currency ?? HOME_CURRENCY
  const money = (minor: number) => formatMoney({ minor, currency }, i18n.language, { trim: true })
  const day = (name: string) => formatDay(dayStart(name), i18n.language)
  const { direction, from, to, min, max } = filters
  const chips: (FilterChip | false | undefined | "" | 0)[] = [
    filters.person && person.data && { label: person.data.name, without: { ...filters, person: undefined } },
    direction && { label: t(`filter.${direction}`), without: { ...filters, direction: undefined } },
    ...kindsOf(filters).map((kind) => ({
      label: t(`filter.kinds.${kind}`),
      without: { ...filters, kind: toggled(filters.kind, kind) },
    })),
    ...statusesOf(filters).map((status) => ({
      label: t(`app:status.${status}`),
      without: { ...filters, status: toggled(filters.status, status) },
    })),
    from && { label: t("filter.since", { day: day(from) }), without: { ...filters, from: undefined } },
    to && { label: t("filter.until", { day: day(to) }), without: { ...filters, to: undefined } },
    min !== undefined && { label: t("filter.at_least", { amount: money(min) }), without: { ...filters, min: undefined } },
    max !== undefined && { label: t("filter.at_most", { amount: money(max) }), without: { ...filters, max: undefined } },
    filters.currency && { label: filters.currency, without: { ...filters, currency: undefined } },
  ]
  return chips.filter((chip): chip is FilterChip => Boolean(chip))
}
