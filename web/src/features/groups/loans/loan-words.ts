/** Days, rates and instalments of loans in words. */
import { useTranslation } from "react-i18next"
import type { Instalment, LoanProduct } from "@/api/loans"
import { formatMoney, formatNumber, type Amount } from "@/lib/money"
import { dayStart, formatDay } from "@/lib/time"

/** "2026-12-21" as people write it. */
export function useDay(): (day: string) => string {
  const { i18n } = useTranslation()
  return (day) => formatDay(dayStart(day), i18n.language)
}

/** Hundredths of a percent: 2400 is "24%". */
export function useRate(): (bps: number) => string {
  const { t, i18n } = useTranslation("loans")
  return (bps) => t("rate", { rate: formatNumber(bps / 100, i18n.language) })
}

/** What is paid each time from now on: "₹112.55", or "₹12.40 to ₹10.20" where they differ by more than rounding. */
export function useInstalment(): (rows: Instalment[]) => string {
  const { t, i18n } = useTranslation("loans")
  const say = (minor: number, like: Amount) => formatMoney({ ...like, minor }, i18n.language, { trim: true })
  return (rows) => {
    const left = rows.filter((row) => !row.is_paid)
    const plain = (left.length ? left : rows).map((row) => row.interest.minor + row.principal.minor)
    const [first = 0] = plain
    const like = rows[0]?.total
    if (!like) return "—"
    const last = plain.at(-1) ?? first
    const most = Math.max(...plain)
    const isEven = most - Math.min(...plain) <= plain.length
    return isEven ? say(first, like) : t("terms.from_to", { first: say(first, like), last: say(last, like) })
  }
}

/** Why the rules lend her no more than that. */
export function useCap(): (product: LoanProduct, most: Amount, share: Amount) => string {
  const { t, i18n } = useTranslation("loans")
  const say = (amount: Amount) => formatMoney(amount, i18n.language, { trim: true })
  return (product, most, share) => {
    const bySavings = product.savings_multiple_pct > 0 && most.minor !== product.max_minor
    const percent = formatNumber(product.savings_multiple_pct, i18n.language)
    return bySavings
      ? t("borrow.cap_savings", { most: say(most), percent, saved: say(share) })
      : t("borrow.cap_most", { most: say(most) })
  }
}
