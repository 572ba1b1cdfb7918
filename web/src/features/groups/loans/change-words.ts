/** What a new constitution changes of the loans, and of what is done when they are late, in words. */
import { useTranslation } from "react-i18next"
import type { Change } from "@/api/groups"
import { formatMoney, formatNumber } from "@/lib/money"

const PATH = /^loans\.(\w+)\.(.+)$/
const STEP = /^escalation\.steps\.(\d+)\.(channel|day)$/
const FINES = ["kind", "flat_minor", "percent_bps", "every", "grace_days", "cap_minor"]

type Value = Change["was"]

/** The changes without those that only spell out a loan which comes or goes as a whole. */
export function withoutLoanDetails(changes: Change[]): Change[] {
  const whole = new Set(changes.filter(({ path }) => PATH.exec(path)?.[2] === "key").map(({ path }) => PATH.exec(path)?.[1]))
  return changes.filter(({ path }) => {
    const [, product, what = ""] = PATH.exec(path) ?? []
    return product === undefined || !whole.has(product) || /^(name|rate_bps|interest)$/.test(what)
  })
}

export function useLoanChange(currency: string) {
  const { t, i18n } = useTranslation(["loans", "dues", "groups"])
  const valueOf = (what: string, value: Value): string => {
    if (value === null || value === "") return "—"
    if (typeof value === "number") {
      if (what.endsWith("_minor")) return formatMoney({ minor: value, currency }, i18n.language, { trim: true })
      const figure = formatNumber(what.endsWith("_bps") ? value / 100 : value, i18n.language)
      return /_(bps|pct)$/.test(what) ? t("groups:unit.percent", { value: figure }) : figure
    }
    const key = { interest: "interests", period: "periods", grace: "graces" }[what]
    if (key && i18n.exists(`edit.${key}.${value}`, { ns: "loans" })) return t(`edit.${key as "graces"}.${value as "all"}`)
    return what.startsWith("fine_") && i18n.exists(`word.${value}`, { ns: "dues" }) ? t(`dues:word.${value as "once"}`) : value
  }
  /** Null for a change that is not of loans. */
  return ({ path, was, becomes }: Change) => {
    const step = STEP.exec(path)
    if (step) {
      const [, n = "0", part] = step
      const said = (value: Value) =>
        part === "channel" && typeof value === "string" ? t(`groups:rules.channels.${value as "app"}`) : valueOf("day", value)
      const name = t(`what.step_${part as "day"}`, { n: formatNumber(Number(n) + 1, i18n.language) })
      return { name, was: said(was), becomes: said(becomes) }
    }
    const what = PATH.exec(path)?.[2]?.replace(".", "_")
    if (!what) return null
    const fine = what.startsWith("fine_") && FINES.includes(what.slice(5))
    const isKnown = i18n.exists(`what.${what}`, { ns: "loans" })
    const name = fine ? t(`dues:what.${what as "fine_kind"}`) : isKnown && t(`what.${what as "name"}`)
    if (!name) return null
    return { name: t("change.of", { what: name }), was: valueOf(what, was), becomes: valueOf(what, becomes) }
  }
}
