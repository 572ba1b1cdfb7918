/** Questions and rules in words. */
import { useTranslation } from "react-i18next"
import type { Phrase, Vote } from "@/api/groups"
import { formatMoney, formatNumber } from "@/lib/money"
import { weekdayName } from "../dues/words"

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
    const short = shorter(key, holes)
    const said = i18n.exists(short, { ns: "groups" }) ? short : key
    return i18n.exists(said, { ns: "groups" }) ? t(said as "vote.silence", filled) : ""
  }
}

/** "Every Monday" instead of "every 1 weeks", and no grace where there is none. */
function shorter(key: string, holes: NonNullable<Phrase["holes"]>): string {
  if (holes["every"] === 1) return `${key}_each`
  return holes["days"] === 0 ? `${key}_now` : key
}

function inFigures(name: string, value: number, amountOf: (minor: number) => string, language: string) {
  if (name.endsWith("_minor")) return { [name.replace(/_minor$/, "")]: amountOf(value) }
  if (name.endsWith("bps")) return { rate: formatNumber(value / 100, language) }
  // i18next chooses the plural by `count`, which must stay a number.
  return name === "count" ? { count: value } : { [name]: formatNumber(value, language) }
}
