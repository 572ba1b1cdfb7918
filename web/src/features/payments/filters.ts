/** The filters of the history: in the address, so that they can be kept, shared and gone back to. */
import type { HistoryQuery } from "@/api/history"
import type { Payment } from "@/api/types"
import { dayStart, nextDay } from "@/lib/time"

export const KINDS = ["send", "request", "top_up", "withdrawal", "refund", "pot_in", "pot_out", "link"] as const
export const STATUSES = ["succeeded", "pending", "failed", "expired", "unknown"] as const
export const DIRECTIONS = ["in", "out"] as const

type Kind = Payment["kind"]
type Status = Payment["status"]

export interface Filters {
  text?: string
  /** The id of the other person. */
  person?: string
  direction?: Payment["direction"]
  /** Several are joined by commas, as people would write them. */
  kind?: string
  status?: string
  /** The first and the last day, "2025-11-20", in the person's zone. */
  from?: string
  to?: string
  /** Amounts in minor units. */
  min?: number
  max?: number
  currency?: string
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LONGEST_TEXT = 100

function someOf<Name extends string>(value: unknown, names: readonly Name[]): Name[] {
  if (typeof value !== "string") return []
  const parts = value.split(",")
  return names.filter((name) => parts.includes(name))
}

function matching(value: unknown, shape: RegExp): string | undefined {
  return typeof value === "string" && shape.test(value) ? value : undefined
}

function minor(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** Leave out what is not set, so that an address says only what it means. */
function compact(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ""),
  )
}

/** Read an address that anybody may have typed: what makes no sense is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const { text, currency } = search
  // The router reads "123" in an address as a number.
  const words = typeof text === "number" ? String(text) : text
  return compact({
    text: typeof words === "string" ? words.slice(0, LONGEST_TEXT) : undefined,
    person: matching(search["person"], ID),
    direction: someOf(search["direction"], DIRECTIONS)[0],
    kind: someOf(search["kind"], KINDS).join(","),
    status: someOf(search["status"], STATUSES).join(","),
    from: matching(search["from"], DAY),
    to: matching(search["to"], DAY),
    min: minor(search["min"]),
    max: minor(search["max"]),
    currency: matching(currency, /^[A-Z]{3}$/),
  })
}

export function kindsOf(filters: Filters): Kind[] {
  return someOf(filters.kind, KINDS)
}

export function statusesOf(filters: Filters): Status[] {
  return someOf(filters.status, STATUSES)
}

/** Add or take away one of several values. */
export function toggled(joined: string | undefined, name: string): string | undefined {
  const parts = joined ? joined.split(",") : []
  const next = parts.includes(name) ? parts.filter((part) => part !== name) : [...parts, name]
  return next.join(",") || undefined
}

/** Whichever was named first: the smaller is the beginning. */
function sorted<T extends string | number>(one?: T, other?: T): [T | undefined, T | undefined] {
  const isTurned = one !== undefined && other !== undefined && one > other
  return isTurned ? [other, one] : [one, other]
}

/** What the server is asked; days become moments of the person's zone, the last one included. */
export function toQuery(filters: Filters): HistoryQuery {
  const [first, last] = sorted(filters.from, filters.to)
  const [min, max] = sorted(filters.min, filters.max)
  const kind = kindsOf(filters)
  const status = statusesOf(filters)
  return {
    ...(filters.text && { text: filters.text }),
    ...(filters.person && { person: filters.person }),
    ...(filters.direction && { direction: filters.direction }),
    ...(kind.length > 0 && { kind }),
    ...(status.length > 0 && { status }),
    ...(first && { from: dayStart(first).toISOString() }),
    ...(last && { to: dayStart(nextDay(last)).toISOString() }),
    ...(min !== undefined && { min_minor: min }),
    ...(max !== undefined && { max_minor: max }),
    ...(filters.currency && { currency: filters.currency }),
  }
}

/** The same as text for the address of an export; several values are repeated. */
export function toParams(query: HistoryQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  return params.toString()
}

/** How many things are filtered by, for the badge on the button; the search field shows itself. */
export function countOf(filters: Filters): number {
  return Object.keys(filters).filter((name) => name !== "text").length
}
