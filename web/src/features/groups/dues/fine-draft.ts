/** What lateness costs, while it is typed: of dues and of loans. */
import { parseAmount } from "@/lib/money"
import type { Schema } from "@/api/types"
import { bpsOf, typed, typedPercent, wholeOf } from "../typed"

export type Fine = Schema["FineRule"]
export type FineKind = NonNullable<Fine["kind"]>
export type FineEvery = NonNullable<Fine["every"]>

export const FINE_KINDS: FineKind[] = ["none", "flat", "percent"]
export const FINE_EVERY: FineEvery[] = ["once", "week", "month"]
const MOST_GRACE = 90

export interface FineDraft {
  kind: FineKind
  amount: string
  /** As typed: "2.5". */
  percent: string
  every: FineEvery
  grace: string
  /** Empty for as much as was late. */
  cap: string
}

export function fineDraftOf(fine: Fine | undefined, currency: string): FineDraft {
  return {
    kind: fine?.kind ?? "none",
    amount: typed(fine?.flat_minor ?? 0, currency),
    percent: typedPercent(fine?.percent_bps ?? 0),
    every: fine?.every ?? "once",
    grace: String(fine?.grace_days ?? 0),
    cap: typed(fine?.cap_minor ?? 0, currency),
  }
}

/** The fine as it is ordered; null as long as something is missing. What its kind does not use stays. */
export function fineOf(draft: FineDraft, was: Fine | undefined, currency: string): Fine | null {
  const grace_days = wholeOf(draft.grace, 0, MOST_GRACE)
  const flat_minor = parseAmount(draft.amount, currency)?.minor
  const percent_bps = bpsOf(draft.percent)
  const cap_minor = draft.cap.trim() === "" ? 0 : parseAmount(draft.cap, currency)?.minor
  if (grace_days === null || cap_minor === undefined) return null
  const known = { ...was, kind: draft.kind, grace_days }
  if (draft.kind === "none") return known
  const every = { ...known, every: draft.every, cap_minor }
  if (draft.kind === "flat") return flat_minor ? { ...every, flat_minor } : null
  return percent_bps ? { ...every, percent_bps } : null
}
