/** A rule while it is written: texts as they are typed, empty for what fits everything. */
import { decimal, parseAmount } from "@/lib/money"
import type { Rule } from "./queries"

export interface Draft {
  name: string
  direction: string
  country: string
  currency: string
  from: string
  below: string
  providers: string[]
  isByCost: boolean
}

const typed = (minor: number | null | undefined, currency: string) =>
  typeof minor === "number" && currency ? decimal({ minor, currency }) : ""

const EMPTY: Rule = { name: "" }

export function draftOf(rule: Rule = EMPTY): Draft {
  const currency = rule.currency ?? ""
  return {
    name: rule.name,
    direction: rule.direction ?? "",
    country: rule.country ?? "",
    currency,
    from: typed(rule.from_minor, currency),
    below: typed(rule.below_minor, currency),
    providers: rule.providers ?? [],
    isByCost: rule.is_by_cost ?? false,
  }
}

/** The amounts between which it fits; null for no bound. */
export function boundsOf({ from, below, currency }: Draft) {
  const minor = (text: string) => (currency ? (parseAmount(text, currency)?.minor ?? null) : null)
  const [low, high] = [minor(from), minor(below)]
  return { low, high, isTwisted: low !== null && high !== null && low >= high }
}

const orNull = (text: string) => (text === "" ? null : text)

export function ruleOf(draft: Draft, low: number | null, high: number | null): Rule {
  const { direction } = draft
  return {
    name: draft.name.trim(),
    direction: direction === "in" || direction === "out" ? direction : null,
    country: orNull(draft.country),
    currency: orNull(draft.currency),
    from_minor: low,
    below_minor: high,
    providers: draft.providers,
    is_by_cost: draft.isByCost,
  }
}
