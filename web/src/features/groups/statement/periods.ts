/** Times for which a statement is printed, as their first and last day. */
export const PERIODS = ["this_month", "last_month", "three_months", "year"] as const
export type Period = (typeof PERIODS)[number]

/** `today` and what comes back are days of the person's zone, "2026-11-21". */
export function periodOf(period: Period, today: string): [since: string, until: string] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  switch (period) {
    case "this_month":
      return [dayIn(year, month, 1), today]
    case "last_month":
      return [dayIn(year, month - 1, 1), dayIn(year, month, 0)]
    case "three_months":
      return [dayIn(year, month - 2, 1), today]
    case "year":
      return [dayIn(year, month - 11, 1), today]
  }
}

/** A day by numbers that may run over: month 0 is the December before, day 0 the last of a month before. */
function dayIn(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
