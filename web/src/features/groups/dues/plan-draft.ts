/** A plan of dues while it is typed; what the form does not show of it stays as it was. */
import type { DuesPlan } from "@/api/dues"
import { parseAmount } from "@/lib/money"
import { dayOf } from "@/lib/time"
import { typed } from "../typed"
import { fineDraftOf, fineOf, type FineDraft } from "./fine-draft"
import { daysOf, isWhole, newDays, saidBy, type Days } from "./rule"

export interface Draft {
  name: string
  amount: string
  days: Days
  /** A rule in its own words; null while the days are chosen. */
  written: string | null
  startsOn: string
  fine: FineDraft
  /** What it comes from: the plan that stands now, or a new one. */
  from: DuesPlan
}

/** What the days of a plan hang on. */
export type When = Pick<Required<DuesPlan>, "rhythm" | "every" | "weekday" | "day" | "rule" | "starts_on">

/** A key names a plan for ever, so one that was given up is not taken again. */
export function newPlan(name: string): DuesPlan {
  const now = new Date()
  const key = `dues_${now.getTime().toString(36)}`
  return { key, name, amount_minor: 0, rhythm: "monthly", day: now.getDate(), starts_on: dayOf(now) }
}

export function draftOf(plan: DuesPlan, currency: string): Draft {
  const days = daysOf(plan, plan.day ?? 1)
  return {
    name: plan.name,
    amount: typed(plan.amount_minor, currency),
    days: days ?? newDays(plan.day ?? 1),
    written: days ? null : (plan.rule ?? ""),
    startsOn: plan.starts_on ?? "",
    fine: fineDraftOf(plan.fine, currency),
    from: plan,
  }
}

/** Null as long as something is missing. */
export function whenOf({ days, written, startsOn, from }: Draft): When | null {
  const { weekday = 1, day = 1 } = from
  if (!startsOn) return null
  if (written !== null)
    return written.trim() ? { rhythm: "rule", every: 1, weekday, day, rule: written.trim(), starts_on: startsOn } : null
  if (!isWhole(days)) return null
  const said = saidBy(days)
  // What such dues do not use of the plan stays as it was: it would be a change that changes nothing.
  const kept = { weekday: said.rhythm === "weekly" ? said.weekday : weekday, day: said.rhythm === "monthly" ? said.day : day }
  return { ...said, ...kept, starts_on: startsOn }
}

/** The plan as it is ordered; null as long as something is missing. */
export function planOf(draft: Draft, currency: string): DuesPlan | null {
  const amount = parseAmount(draft.amount, currency)
  const when = whenOf(draft)
  const fine = fineOf(draft.fine, draft.from.fine, currency)
  if (!amount || !draft.name.trim() || !when || !fine) return null
  return { ...draft.from, ...when, name: draft.name.trim(), amount_minor: amount.minor, fine }
}

/** All plans, or null as long as something is missing of one. */
export function plansOf(drafts: Draft[], currency: string): DuesPlan[] | null {
  const plans = drafts.map((draft) => planOf(draft, currency))
  return plans.every((plan) => plan !== null) ? plans : null
}
