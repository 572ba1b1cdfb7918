/** The days of dues as a sentence: "Every 2 weeks on Monday and Thursday, 12 times". */
import { useTranslation } from "react-i18next"
import { localeOf } from "@/lib/languages"
import { formatNumber } from "@/lib/money"
import type { When } from "./plan-draft"
import { daysOf, inMonth, LAST } from "./rule"
import { dayName, weekdayName } from "./words"

export function useDaysInWords(): (when: Omit<When, "starts_on">) => string {
  const { t, i18n } = useTranslation("dues")
  const figure = (value: number) => formatNumber(value, i18n.language)
  const listed = (parts: string[]) => new Intl.ListFormat(localeOf(i18n.language)).format(parts)
  const dayOfMonth = (day: number) => (day === LAST ? t("said.last_day") : t("said.day", { day: figure(day) }))
  return (when) => {
    const days = daysOf(when, 1)
    if (!days) return t("said.rule", { rule: when.rule })
    const weekday = (day: number) => weekdayName(day, i18n.language)
    const nth = t(`days.nths.${days.nth === LAST ? "last" : (days.nth as 1)}`)
    const on =
      days.unit === "week"
        ? listed([...days.weekdays].sort().map(weekday))
        : days.by === "weekday"
          ? t("said.nth", { nth, weekday: weekday(days.nthWeekday) })
          : listed(inMonth(days.monthDays).map(dayOfMonth))
    const said = t(`said.${days.unit}${days.every === 1 ? "" : "s"}`, { days: on, every: figure(days.every) })
    if (days.ends === "until") return t("said.until", { said, day: dayName(days.until, i18n.language) })
    return days.ends === "count" ? t("said.times", { said, count: days.count }) : said
  }
}
