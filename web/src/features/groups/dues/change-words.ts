/** What a new constitution changes of the dues, in words: a plan that comes or goes is one line. */
import { useTranslation } from "react-i18next"
import type { Change } from "@/api/groups"
import { formatMoney, formatNumber } from "@/lib/money"
import { dayName, weekdayName } from "./words"

const PATH = /^dues\.(\w+)\.(.+)$/
const WORDS = ["weekly", "monthly", "rule", "none", "flat", "percent", "once", "week", "month"] as const
const WHAT = [
  "name",
  "amount_minor",
  "rhythm",
  "every",
  "weekday",
  "day",
  "rule",
  "starts_on",
  "fine_kind",
  "fine_flat_minor",
  "fine_percent_bps",
  "fine_every",
  "fine_grace_days",
  "fine_cap_minor",
] as const

type Value = Change["was"]

/** The changes without those that only spell out a plan which comes or goes as a whole. */
export function withoutDetails(changes: Change[]): Change[] {
  const plans = new Map(changes.flatMap((change) => (wholeOf(change) ? [[planOf(change), change]] : [])))
  const isKept = (change: Change) => {
    const whole = plans.get(planOf(change))
    return whole === undefined || /\.(name|amount_minor)$/.test(change.path)
  }
  return changes.filter(isKept)
}

function planOf({ path }: Change): string {
  return PATH.exec(path)?.[1] ?? ""
}

/** The line that names a plan's key is there only when the plan comes or goes. */
function wholeOf({ path }: Change): boolean {
  return PATH.exec(path)?.[2] === "key"
}

export function useDuesChange(currency: string) {
  const { t, i18n } = useTranslation("dues")
  const valueOf = (what: string, value: Value): string => {
    if (value === null || value === "") return "—"
    if (typeof value === "string") {
      const known = WORDS.find((word) => word === value)
      if (what === "starts_on") return dayName(value, i18n.language)
      return known && what !== "name" ? t(`word.${known}`) : value
    }
    if (what.endsWith("_minor")) return formatMoney({ minor: value, currency }, i18n.language, { trim: true })
    if (what.endsWith("_bps")) return t("edit.fine_percent", { rate: formatNumber(value / 100, i18n.language) })
    return what === "weekday" ? weekdayName(value, i18n.language) : formatNumber(value, i18n.language)
  }
  /** Null for a change that is not of dues. */
  return ({ path, was, becomes }: Change) => {
    const said = PATH.exec(path)?.[2]?.replace(".", "_")
    const what = WHAT.find((known) => known === said)
    if (!what) return null
    return { name: t("change.of", { what: t(`what.${what}`) }), was: valueOf(what, was), becomes: valueOf(what, becomes) }
  }
}
