/** Questions and rules in words. */
import { useTranslation } from "react-i18next"
import type { Phrase, Vote } from "@/api/groups"
import { formatMoney, formatNumber } from "@/lib/money"

/** The title of a question: "₹500 to Ravi". */
export function useTitle(): (vote: Vote) => string {
  const { t, i18n } = useTranslation("groups")
  return (vote) => {
    const amount = vote.amount ? formatMoney(vote.amount, i18n.language, { trim: true }) : ""
    const name = (vote.payee ?? vote.subject)?.name ?? ""
    return t(`kind.${vote.kind}`, { amount, name })
  }
}

/** The numbers of the rule, for "{{needed}} of {{electors}} must say yes: {{yes}} so far". */
export function standingOf({ tally: { needed, electors, yes } }: Vote) {
  return { needed, electors, yes }
}

/** A sentence of the server, said in the person's language. */
export function usePhrase(currency: string): (phrase: Phrase) => string {
  const { t, i18n } = useTranslation("groups")
  const amountOf = (minor: number) => formatMoney({ minor, currency }, i18n.language, { trim: true })
  return ({ key, holes = {} }) => {
    const filled: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(holes)) {
      if (typeof value === "number") Object.assign(filled, inFigures(name, value, amountOf, i18n.language))
      else filled[name] = /^(period|channel)$/.test(name) ? t(`word.${value as "app"}`) : value
    }
    if (typeof holes["weekday"] === "number") filled["weekday"] = weekdayName(holes["weekday"], i18n.language)
    return i18n.exists(key, { ns: "groups" }) ? t(key as "vote.silence", filled) : ""
  }
}

function inFigures(name: string, value: number, amountOf: (minor: number) => string, language: string) {
  if (name.endsWith("_minor")) return { [name.replace(/_minor$/, "")]: amountOf(value) }
  if (name.endsWith("bps")) return { rate: formatNumber(value / 100, language) }
  // i18next chooses the plural by `count`, which must stay a number.
  return name === "count" ? { count: value } : { [name]: formatNumber(value, language) }
}

/** 1 is Monday. */
function weekdayName(day: number, language: string): string {
  const monday = Date.UTC(2024, 0, 1)
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" })
  return format.format(monday + (day - 1) * 86_400_000)
}
