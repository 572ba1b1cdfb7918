/** The days of dues while they are chosen, and the RRULE (RFC 5545) that says them. */
import type { DuesPlan } from "@/api/dues"

export type Unit = "week" | "month"
export type MonthBy = "days" | "weekday"
export type Ends = "never" | "until" | "count"

export interface Days {
  unit: Unit
  /** Every so many weeks or months. */
  every: number
  /** Of weeks; 1 is Monday. */
  weekdays: number[]
  by: MonthBy
  /** Of months; LAST is the last day, and 29 and 30 stand for it in shorter months. */
  monthDays: number[]
  /** "The second Tuesday": 1 to 4, or LAST. */
  nth: number
  nthWeekday: number
  ends: Ends
  until: string
  count: number
}

export const LAST = -1
export const NTHS = [1, 2, 3, 4, LAST]
export const MOST_EVERY = 52
export const MOST_COUNT = 1000
/** Days that every month has; beyond them only one alone can be said. */
export const SURE_DAYS = 28
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

type Plain = Pick<DuesPlan, "rhythm" | "every" | "weekday" | "day" | "rule">
type Said = Pick<Required<DuesPlan>, "rhythm" | "every" | "weekday" | "day" | "rule">

export function newDays(day: number): Days {
  return {
    unit: "month",
    every: 1,
    weekdays: [1],
    by: "days",
    monthDays: [day > 30 ? LAST : day],
    nth: 1,
    nthWeekday: 1,
    ends: "never",
    until: "",
    count: 12,
  }
}

/** Whether everything is chosen that must be. */
export function isWhole(days: Days): boolean {
  const { unit, by, every, weekdays, monthDays, ends, until, count } = days
  const hasDays = unit === "week" ? weekdays.length > 0 : by === "weekday" || monthDays.length > 0
  const isWithin = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most
  if (!hasDays || !isWithin(every, MOST_EVERY)) return false
  if (ends === "until") return /^\d{4}-\d{2}-\d{2}$/.test(until)
  return ends === "never" || isWithin(count, MOST_COUNT)
}

/** As the plan says them: plainly when it can, else by a rule. */
export function saidBy(days: Days): Said {
  const { unit, every, weekdays, monthDays, ends } = days
  const none = { weekday: 1, day: 1, rule: "" }
  const [weekday = 1] = weekdays
  const [day = 1] = monthDays
  if (ends === "never" && unit === "week" && weekdays.length === 1)
    return { ...none, rhythm: "weekly", every, weekday }
  if (ends === "never" && unit === "month" && days.by === "days" && monthDays.length === 1)
    return { ...none, rhythm: "monthly", every, day: day === LAST ? 31 : day }
  return { ...none, rhythm: "rule", every: 1, rule: ruleOf(days) }
}

export function ruleOf(days: Days): string {
  const { unit, every, ends, until, count } = days
  const parts = [
    `FREQ=${unit === "week" ? "WEEKLY" : "MONTHLY"}`,
    every > 1 && `INTERVAL=${every}`,
    ...(unit === "week" ? [`BYDAY=${codesOf(days.weekdays)}`] : monthParts(days)),
    ends === "until" && `UNTIL=${until.replaceAll("-", "")}`,
    ends === "count" && `COUNT=${count}`,
  ]
  return parts.filter(Boolean).join(";")
}

function codesOf(weekdays: number[]): string {
  return sorted(weekdays)
    .map((day) => WEEKDAYS[day - 1])
    .join(",")
}

function monthParts({ by, monthDays, nth, nthWeekday }: Days): string[] {
  if (by === "weekday") return [`BYDAY=${nth}${WEEKDAYS[nthWeekday - 1]}`]
  const [only = 1] = monthDays
  if (monthDays.length === 1 && only > SURE_DAYS) {
    // The last that a month has of these days: the 30th, and in February the 28th or 29th.
    const choices = Array.from({ length: only - SURE_DAYS + 1 }, (_, at) => SURE_DAYS + at)
    return [`BYMONTHDAY=${choices.join(",")}`, "BYSETPOS=-1"]
  }
  return [`BYMONTHDAY=${inMonth(monthDays).join(",")}`]
}

const sorted = (numbers: number[]) => [...numbers].sort((one, other) => one - other)
/** In the order of a month: the last day comes last. */
export const inMonth = (days: number[]) => [...sorted(days.filter((day) => day > 0)), ...days.filter((day) => day === LAST)]

/** The days that a plan says; null for a rule that the form cannot show. */
export function daysOf(plan: Plain, today: number): Days | null {
  const some = newDays(today)
  const { rhythm = "monthly", every = 1, weekday = 1, day = 1, rule = "" } = plan
  if (rhythm === "weekly") return { ...some, unit: "week", every, weekdays: [weekday] }
  if (rhythm === "monthly") return { ...some, every, monthDays: [day > 30 ? LAST : day] }
  const found = read(rule, some)
  // What is not said back in the same words would be changed by merely looking at it.
  return found && ruleOf(found) === plainest(rule) ? found : null
}

function plainest(rule: string): string {
  return rule.trim().toUpperCase().replace(/^RRULE:/, "")
}

function read(rule: string, some: Days): Days | null {
  const parts = new Map(plainest(rule).split(";").map((part) => part.split("=") as [string, string]))
  const of = (name: string) => parts.get(name) ?? ""
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(of("UNTIL"))
  const ends: Pick<Days, "ends" | "until" | "count"> = until
    ? { ends: "until", until: `${until[1]}-${until[2]}-${until[3]}`, count: some.count }
    : { ends: parts.has("COUNT") ? "count" : "never", until: "", count: Number(of("COUNT") || some.count) }
  const found = { ...some, ...ends, every: Number(of("INTERVAL") || 1) }
  if (of("FREQ") === "WEEKLY")
    return { ...found, unit: "week", weekdays: of("BYDAY").split(",").map((code) => WEEKDAYS.indexOf(code) + 1) }
  const nth = /^(-?\d)([A-Z]{2})$/.exec(of("BYDAY"))
  if (nth) return { ...found, by: "weekday", nth: Number(nth[1]), nthWeekday: WEEKDAYS.indexOf(nth[2] ?? "") + 1 }
  const days = of("BYMONTHDAY").split(",").map(Number)
  return { ...found, monthDays: parts.has("BYSETPOS") ? days.slice(-1) : days }
}

/** A day more or less; one that not every month has stands alone. */
export function toggledDay(days: number[], day: number): number[] {
  if (days.includes(day)) return days.filter((each) => each !== day)
  if (day > SURE_DAYS) return [day]
  return inMonth([...days.filter((each) => each <= SURE_DAYS), day])
}
