/** The spans of days that people ask for most. */
import { dayOf, nextDay } from "@/lib/time"

export interface Span {
  name: "week" | "month" | "last_month"
  from: string
  to: string
}

/** The last seven days, this month, and the month before, as days of the person's zone. */
export function spansOf(now: Date): Span[] {
  const today = dayOf(now)
  const first = `${today.slice(0, 7)}-01`
  const lastOfBefore = nextDay(first, -1)
  return [
    { name: "week", from: nextDay(today, -6), to: today },
    { name: "month", from: first, to: today },
    { name: "last_month", from: `${lastOfBefore.slice(0, 7)}-01`, to: lastOfBefore },
  ]
}
