/** What was typed for a new link, and the order that it makes. */
import type { LinkOrder } from "@/api/payment-links"
import { parseAmount } from "@/lib/money"

export interface Typed {
  currency?: string
  sort: "fixed" | "open"
  /** Of a fixed amount the first, of an open one the others. */
  amounts: { amount: string; least: string; most: string }
  note: string
  isOnce: boolean
  days: number
}

export const EMPTY: Typed = {
  sort: "fixed",
  amounts: { amount: "", least: "", most: "" },
  note: "",
  isOnce: true,
  days: 30,
}

export function faultOf(typed: Typed, currency: string): "amount" | "bounds" | null {
  const minor = (text: string) => parseAmount(text, currency)?.minor ?? null
  if (typed.sort === "fixed") return minor(typed.amounts.amount) ? null : "amount"
  const [least, most] = [minor(typed.amounts.least), minor(typed.amounts.most)]
  return least !== null && most !== null && least > most ? "bounds" : null
}

export function orderOf(typed: Typed, currency: string): LinkOrder {
  const minor = (text: string) => parseAmount(text, currency)?.minor ?? null
  const isFixed = typed.sort === "fixed"
  return {
    currency,
    amount_minor: isFixed ? minor(typed.amounts.amount) : null,
    least_minor: isFixed ? null : minor(typed.amounts.least),
    most_minor: isFixed ? null : minor(typed.amounts.most),
    note: typed.note.trim(),
    is_once: typed.isOnce,
    days: typed.days,
  }
}
