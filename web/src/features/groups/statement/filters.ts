/** What of a statement is looked for, and how the server is asked for it. */
import type { Movement, StatementSought } from "@/api/groups"
import { parseAmount } from "@/lib/money"
import { dayStart, nextDay } from "@/lib/time"

export type Kind = Movement["kind"]

export const KINDS: Kind[] = ["contribution", "payout", "disbursement", "repayment", "offset", "share"]

export interface Filters {
  text: string
  kinds: Kind[]
  member: string | null
  /** The first and the last day, "2025-11-20", in the person's zone. */
  from: string
  to: string
  /** Amounts in minor units. */
  min: number | null
  max: number | null
}

export const NO_FILTERS: Filters = { text: "", kinds: [], member: null, from: "", to: "", min: null, max: null }

/** Whichever was named first: the smaller is the beginning. */
function inOrder<T extends string | number>(one: T | null, other: T | null): [T | null, T | null] {
  return one && other && one > other ? [other, one] : [one, other]
}

/** Days become moments of the person's zone, the last one included. */
export function toQuery({ text, kinds, member, ...rest }: Filters): StatementSought {
  const [first, last] = inOrder(rest.from, rest.to)
  const [min, max] = inOrder(rest.min, rest.max)
  return {
    ...(text && { text }),
    ...(kinds.length > 0 && { kind: kinds }),
    ...(member && { member }),
    ...(first && { from: dayStart(first).toISOString() }),
    ...(last && { to: dayStart(nextDay(last)).toISOString() }),
    ...(min !== null && { min_minor: min }),
    ...(max !== null && { max_minor: max }),
  }
}

/** How many things are filtered by; the search field shows itself. */
export function countOf({ kinds, member, from, to, min, max }: Filters): number {
  return kinds.length + [member, from, to, min, max].filter((value) => value !== null && value !== "").length
}

/** What was typed as an amount; nothing for none. */
export function minorOf(typed: string, currency: string): number | null {
  return parseAmount(typed, currency)?.minor ?? null
}
