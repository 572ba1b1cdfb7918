/** A changed setting in words: its name, what it was, what it becomes. */
import { useTranslation } from "react-i18next"
import type { Change } from "@/api/groups"
import { formatMoney, formatNumber } from "@/lib/money"
import { useDuesChange } from "../dues/change-words"
import { useLoanChange } from "../loans/change-words"

type Value = Change["was"]

export function useChange(currency: string) {
  const { t, i18n } = useTranslation("groups")
  const valueOf = (path: string, value: Value): string => {
    if (value === null || value === "") return "—"
    if (typeof value === "string") return path === "admission" ? t(`admission.${value as "vote"}`) : value
    if (path.endsWith("_minor")) return formatMoney({ minor: value, currency }, i18n.language, { trim: true })
    if (path.endsWith("percent")) return t("unit.percent", { value: formatNumber(value, i18n.language) })
    if (path.endsWith("_hours")) return t("unit.hours", { count: value })
    if (path.endsWith("_days")) return t("unit.days", { count: value })
    return formatNumber(value, i18n.language)
  }
  const nameOf = (path: string) => {
    const key = path.replace(".", "_")
    return i18n.exists(`setting.${key}`, { ns: "groups" })
      ? t(`setting.${key as "admission"}`)
      : t("setting.other", { path: path.replaceAll("_", " ").replaceAll(".", " · ") })
  }
  const ofDues = useDuesChange(currency)
  const ofLoans = useLoanChange(currency)
  return (change: Change) => {
    const { path, was, becomes } = change
    return ofDues(change) ?? ofLoans(change) ?? { name: nameOf(path), was: valueOf(path, was), becomes: valueOf(path, becomes) }
  }
}
