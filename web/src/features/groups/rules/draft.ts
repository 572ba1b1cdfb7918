/** The rules of a group while they are typed: every setting of a constitution. */
import type { Admission, Constitution, Rules } from "@/api/groups"
import type { LoanProduct } from "@/api/loans"
import { parseAmount } from "@/lib/money"
import type { Schema } from "@/api/types"
import { draftOf as planDraftOf, plansOf, type Draft as PlanDraft } from "../dues/plan-draft"
import { draftOf as productDraftOf, productsOf, type ProductDraft } from "../loans/product-draft"
import { typed, wholeOf } from "../typed"

export type Step = Schema["EscalationStep"]
export type Channel = Step["channel"]

export const CHANNELS: Channel[] = ["app", "email", "sms", "whatsapp", "call"]
export const MOST_STEPS = 12

export interface StepDraft {
  /** Tells steps apart while they change. */
  id: number
  channel: Channel
  day: string
}

export interface RulesDraft {
  vote: Rules["vote"]
  /** As typed: of the vote rule what is a number of its own. */
  lapse: string
  delegations: string
  delegationDays: string
  pin: string
  admission: Admission
  members: string
  dues: PlanDraft[]
  loans: ProductDraft[]
  reserve: string
  steps: StepDraft[]
  quietFrom: number
  quietUntil: number
}

export function draftOf(was: Rules, currency: string): RulesDraft {
  const { steps = [], quiet_from: quietFrom = 21, quiet_until: quietUntil = 9 } = was.escalation
  return {
    vote: was.vote,
    lapse: String(was.vote.lapse_days),
    delegations: String(was.vote.delegations),
    delegationDays: String(was.vote.delegation_days),
    pin: typed(was.vote.second_factor_minor, currency),
    admission: was.admission,
    members: String(was.max_members),
    dues: was.dues.map((plan) => planDraftOf(plan, currency)),
    loans: was.loans.map((product) => productDraftOf(product as LoanProduct, currency)),
    reserve: typed(was.reserve_minor, currency),
    steps: steps.map((step, id) => ({ id, channel: step.channel, day: String(step.day) })),
    quietFrom,
    quietUntil,
  }
}

/** The rules as they are put to the vote; null as long as something is missing. */
export function rulesFrom(draft: RulesDraft, was: Rules, currency: string): Constitution | null {
  const lapse_days = wholeOf(draft.lapse, 1, 30)
  const delegations = wholeOf(draft.delegations, 0, 5)
  const delegation_days = wholeOf(draft.delegationDays, 1, 366)
  const max_members = wholeOf(draft.members, 1, 10_000)
  const dues = plansOf(draft.dues, currency)
  const loans = productsOf(draft.loans, currency)
  const steps = stepsOf(draft.steps)
  if (lapse_days === null || delegations === null || delegation_days === null || max_members === null) return null
  if (!dues || !loans || !steps) return null
  const second_factor_minor = parseAmount(draft.pin, currency)?.minor ?? 0
  return {
    ...was,
    admission: draft.admission,
    max_members,
    vote: { ...draft.vote, lapse_days, second_factor_minor, delegations, delegation_days },
    dues,
    loans,
    reserve_minor: parseAmount(draft.reserve, currency)?.minor ?? 0,
    escalation: { ...was.escalation, steps, quiet_from: draft.quietFrom, quiet_until: draft.quietUntil },
  }
}

/** In the order of their days; null when a day is none, or two steps have the same. */
export function stepsOf(drafts: StepDraft[]): Step[] | null {
  const steps = drafts.flatMap(({ channel, day: text }) => {
    const day = wholeOf(text, -30, 365)
    return day === null ? [] : [{ channel, day }]
  })
  const days = new Set(steps.map(({ day }) => day))
  return steps.length === drafts.length && days.size === steps.length ? steps.sort((one, other) => one.day - other.day) : null
}
