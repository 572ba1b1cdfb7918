/** Days and states of dues in words and signs. */
import type { DuesState } from "@/api/dues"
import { localeOf } from "@/lib/languages"
import type { Look } from "@/ui/layout/Mark"

/** "21 Nov 2026": a day of dues is the same everywhere. */
export function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day))
}

/** "21 Nov", for the heads of columns. */
export function shortDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day))
}

export const LOOKS: Record<DuesState, Look> = {
  due: { icon: "calendar", colour: "text-secondary" },
  part_paid: { icon: "clock", colour: "warning-main" },
  grace: { icon: "clock", colour: "warning-main" },
  late: { icon: "warn", colour: "error-main" },
  paid: { icon: "check", colour: "success-main" },
  waived: { icon: "check", colour: "success-main" },
}

/** 1 is Monday. */
export function weekdayName(day: number, language: string): string {
  const monday = Date.UTC(2024, 0, 1)
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: "long", timeZone: "UTC" })
  return format.format(monday + (day - 1) * 86_400_000)
}
