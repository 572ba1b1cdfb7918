/** A plan of dues while it is typed; what the form does not show of it stays as it was. */
import type { DuesPlan } from "@/api/dues"
import { decimal, parseAmount } from "@/lib/money"
import { dayOf } from "@/lib/time"

export type Rhythm = NonNullable<DuesPlan["rhythm"]>

export interface Draft {
  name: string
  amount: string
  rhythm: Rhythm
  weekday: number
  day: number
  grace: number
  /** As typed; empty for none. */
  fine: string
  /** What it comes from: the plan that stands now, or a new one. */
  from: DuesPlan
}

/** A key names a plan for ever, so one that was given up is not taken again. */
export function newPlan(name: string): DuesPlan {
  const now = new Date()
  const key = `dues_${now.getTime().toString(36)}`
  return { key, name, amount_minor: 0, rhythm: "monthly", day: now.getDate(), starts_on: dayOf(now) }
}

export function draftOf(plan: DuesPlan, currency: string): Draft {
  const fine = plan.fine?.kind === "flat" ? (plan.fine.flat_minor ?? 0) : 0
  return {
    name: plan.name,
    amount: typed(plan.amount_minor, currency),
    rhythm: plan.rhythm ?? "monthly",
    weekday: plan.weekday ?? 1,
    day: plan.day ?? 1,
    grace: plan.fine?.grace_days ?? 0,
    fine: typed(fine, currency),
    from: plan,
  }
}

function typed(minor: number, currency: string): string {
  return minor === 0 ? "" : decimal({ minor, currency }).replace(/\.0+$/, "")
}

export function isPercent(draft: Draft): boolean {
  return draft.from.fine?.kind === "percent"
}

/** The plan as it is ordered; null as long as something is missing. */
export function planOf(draft: Draft, currency: string): DuesPlan | null {
  const { from, name, rhythm, weekday, day } = draft
  const amount = parseAmount(draft.amount, currency)
  if (!amount || !name.trim()) return null
  const flat = parseAmount(draft.fine, currency)?.minor ?? 0
  const kind = isPercent(draft) ? "percent" : flat > 0 ? "flat" : "none"
  const fine = { ...from.fine, kind, grace_days: draft.grace, ...(kind !== "percent" && { flat_minor: flat }) } as const
  return { ...from, name: name.trim(), amount_minor: amount.minor, rhythm, weekday, day, fine }
}

/** All plans, or null as long as something is missing of one. */
export function plansOf(drafts: Draft[], currency: string): DuesPlan[] | null {
  const plans = drafts.map((draft) => planOf(draft, currency))
  return plans.every((plan) => plan !== null) ? plans : null
}
