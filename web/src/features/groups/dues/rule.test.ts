/** The days that the form can choose: each way of saying them reads back as the same choice. */
import { expect, test } from "vitest"
import { daysOf, isWhole, LAST, newDays, NTHS, saidBy, toggledDay, type Days } from "./rule"
import kept from "./rules.json"

const base = newDays(5)
const weeks: Partial<Days>[] = [[1], [7], [2, 4], [5, 1, 3]].map((weekdays) => ({ unit: "week", weekdays }))
const dates: Partial<Days>[] = [[1], [15], [29], [30], [LAST], [1, 15], [LAST, 10], [28, LAST]].map((monthDays) => ({ monthDays }))
const nths: Partial<Days>[] = NTHS.flatMap((nth) => [2, 7].map((nthWeekday) => ({ by: "weekday" as const, nth, nthWeekday })))
const ends: Partial<Days>[] = [{ ends: "never" }, { ends: "until", until: "2027-08-31" }, { ends: "count", count: 3 }]

/** Each choice with each rhythm and each end. */
const CHOICES: Days[] = [...weeks, ...dates, ...nths].flatMap((what) =>
  [1, 2, 5].flatMap((every) => ends.map((end) => ({ ...base, ...what, every, ...end }))),
)

test("each choice is said as the server's tests know it, and read back as it was", () => {
  expect(CHOICES.every(isWhole)).toBe(true)
  // The same list is asked of the server's own reckoning: tests/modules/groups/test_dues_rules.py.
  expect(CHOICES.map((days) => ({ days, plan: saidBy(days) }))).toEqual(kept)
  for (const days of CHOICES) expect(saidBy(daysOf(saidBy(days), 5) ?? base)).toEqual(saidBy(days))
})

test("a rule that the form cannot show stays a written one", () => {
  for (const rule of ["FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "FREQ=WEEKLY", "nonsense", "FREQ=WEEKLY;BYDAY=XX"])
    expect(daysOf({ rhythm: "rule", rule }, 5), rule).toBeNull()
  expect(daysOf({ rhythm: "rule", rule: "rrule:freq=weekly;byday=mo" }, 5)?.weekdays).toEqual([1])
})

test("a day that not every month has stands alone", () => {
  expect(toggledDay([1, 15], 30)).toEqual([30])
  expect(toggledDay([30], 15)).toEqual([15])
  expect(toggledDay([10, LAST], 5)).toEqual([5, 10, LAST])
  expect(toggledDay([5, 10], 5)).toEqual([10])
})
