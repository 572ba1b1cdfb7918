/** A loan of the rules while it is typed; what the form does not show of it stays as it was. */
import type { LoanProduct } from "@/api/loans"
import { parseAmount } from "@/lib/money"
import { fineDraftOf, fineOf, type FineDraft } from "../dues/fine-draft"
import { bpsOf, typed, typedPercent, wholeOf } from "../typed"

export type Interest = LoanProduct["interest"]
export type Grace = LoanProduct["grace"]

export const INTERESTS: Interest[] = ["reducing", "equal_principal", "flat"]
export const GRACES: Grace[] = ["none", "principal", "all"]
const MOST_COUNT = 260
const MOST_GUARANTORS = 10
const MOST_MULTIPLE = 10_000

export interface ProductDraft {
  name: string
  interest: Interest
  rate: string
  period: LoanProduct["period"]
  least: string
  most: string
  grace: Grace
  graceCount: string
  fee: string
  feePart: string
  guarantors: string
  /** Percent of savings; 0 for no cap. */
  multiple: string
  cap: string
  fine: FineDraft
  from: LoanProduct
}

export function newProduct(name: string): LoanProduct {
  return {
    key: `loan_${Date.now().toString(36)}`,
    name,
    interest: "reducing",
    rate_bps: 200,
    period: "month",
    min_count: 1,
    max_count: 12,
    grace: "none",
    grace_count: 0,
    fee_minor: 0,
    fee_bps: 0,
    guarantors: 1,
    savings_multiple_pct: 300,
    max_minor: 0,
    fine: { kind: "none", flat_minor: 0, percent_bps: 0, every: "once", grace_days: 0, cap_minor: 0 },
  }
}

export function draftOf(product: LoanProduct, currency: string): ProductDraft {
  return {
    name: product.name,
    interest: product.interest,
    rate: typedPercent(product.rate_bps),
    period: product.period,
    least: String(product.min_count),
    most: String(product.max_count),
    grace: product.grace,
    graceCount: String(product.grace_count),
    fee: typed(product.fee_minor, currency),
    feePart: typedPercent(product.fee_bps),
    guarantors: String(product.guarantors),
    multiple: String(product.savings_multiple_pct),
    cap: typed(product.max_minor, currency),
    fine: fineDraftOf(product.fine, currency),
    from: product,
  }
}

/** Empty is nothing; null when it is no amount. */
function amountOf(text: string, currency: string): number | null {
  return /^[0.]*$/.test(text.trim()) ? 0 : (parseAmount(text, currency)?.minor ?? null)
}

function partOf(text: string): number | null {
  return text.trim() === "" ? 0 : bpsOf(text)
}

/** The product as it is ordered; null as long as something is missing or does not go together. */
export function productOf(draft: ProductDraft, currency: string): LoanProduct | null {
  const max_count = wholeOf(draft.most, 1, MOST_COUNT)
  const min_count = wholeOf(draft.least, 1, max_count ?? MOST_COUNT)
  const numbers = {
    rate_bps: partOf(draft.rate),
    min_count,
    max_count,
    grace_count: draft.grace === "none" ? draft.from.grace_count : wholeOf(draft.graceCount, 0, (min_count ?? 1) - 1),
    fee_minor: amountOf(draft.fee, currency),
    fee_bps: partOf(draft.feePart),
    guarantors: wholeOf(draft.guarantors, 0, MOST_GUARANTORS),
    savings_multiple_pct: wholeOf(draft.multiple, 0, MOST_MULTIPLE),
    max_minor: amountOf(draft.cap, currency),
  }
  const fine = fineOf(draft.fine, draft.from.fine, currency)
  if (!draft.name.trim() || !fine || !areWhole(numbers)) return null
  const { interest, period, grace } = draft
  return { ...draft.from, ...numbers, name: draft.name.trim(), interest, period, grace, fine }
}

function areWhole<T extends Record<string, number | null>>(numbers: T): numbers is T & Record<keyof T, number> {
  return Object.values(numbers).every((value) => value !== null)
}

/** All products, or null as long as something is missing of one. */
export function productsOf(drafts: ProductDraft[], currency: string): LoanProduct[] | null {
  const products = drafts.map((draft) => productOf(draft, currency))
  return products.every((product) => product !== null) ? products : null
}
