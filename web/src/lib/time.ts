/** Moments in the person's own language and time zone. */
import { localeOf } from "./languages"
import { remembered } from "./remembered"

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string, options: Intl.DateTimeFormatOptions) {
  const key = language + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options)
  formats.set(key, known)
  return known
}

/** The zone of the profile, also as last known; the device's until then. */
let zone = remembered.zone.get() ?? undefined

export function setZone(timeZone: string | undefined): void {
  zone = timeZone
  if (timeZone) remembered.zone.set(timeZone)
  else remembered.zone.forget()
}

export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** "20 Nov 2025, 6:05 pm" */
export function formatMoment(at: string | Date, language: string): string {
  const style = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const
  // The "pm" stays with its hour at the end of a line.
  return formatOf(language, style).format(new Date(at)).replace(/\s(?=\S+$)/, "\u00a0")
}

/** "20 November 2025" */
export function formatDay(at: string | Date, language: string): string {
  return formatOf(language, { dateStyle: "long", timeZone: zone }).format(new Date(at))
}

/** "6:05 pm", or with its seconds when it is "medium". */
export function formatHour(at: string | Date, language: string, timeStyle: "short" | "medium" = "short"): string {
  return formatOf(language, { timeStyle, timeZone: zone }).format(new Date(at))
}

/** "2025-11-20" in the person's zone: the name of a day, for grouping. */
export function dayOf(at: string | Date): string {
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: zone,
  }
  return new Intl.DateTimeFormat("en-CA", options).format(new Date(at))
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
]

/** "5 minutes ago"; "now" under a minute. */
export function formatAgo(at: string | Date | number, language: string, now = Date.now()): string {
  const seconds = Math.round((new Date(at).getTime() - now) / 1000)
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" })
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
  if (!step) return relative.format(0, "second")
  return relative.format(Math.trunc(seconds / step[1]), step[0])
}

/** "Today" and "Yesterday" by their names, other days by their date. */
export function formatDayName(at: string | Date, language: string, now = new Date()): string {
  const days = Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / 86_400_000)
  if (days === 0 || days === -1) {
    const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" })
    const name = words.format(days, "day")
    return name.charAt(0).toLocaleUpperCase(localeOf(language)) + name.slice(1)
  }
  const isThisYear = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4)
  return formatOf(language, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: isThisYear ? undefined : "numeric",
    timeZone: zone,
  }).format(new Date(at))
}

/** What a clock in the person's zone shows at a moment, as if it were UTC. */
function wallClock(at: number): number {
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
    timeZone: zone,
  }
  const parts = new Intl.DateTimeFormat("en-CA", options).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"))
}

/** When a day such as "2025-11-20" begins in the person's zone. */
export function dayStart(day: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`)
  const near = wanted - (wallClock(wanted) - wanted)
  // Once more, for a day on which the clocks are changed.
  return new Date(near - (wallClock(near) - wanted))
}

/** The day after: "2025-12-31" → "2026-01-01". */
export function nextDay(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The items of each day, in the order in which they came. */
export function groupByDay<T>(items: T[], at: (item: T) => string): [day: string, items: T[]][] {
  const days = new Map<string, T[]>()
  for (const item of items) {
    const day = dayOf(at(item))
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days]
}
