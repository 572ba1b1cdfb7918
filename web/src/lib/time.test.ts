import { afterEach, describe, expect, test } from "vitest"
import { dayOf, dayStart, formatAgo, formatDayName, groupByDay, nextDay, setZone } from "./time"

afterEach(() => setZone(undefined))

describe("days belong to the person's zone", () => {
  test("the same moment is another day elsewhere", () => {
    setZone("Asia/Kolkata")
    expect(dayOf("2025-11-20T20:00:00Z")).toBe("2025-11-21")
    setZone("America/New_York")
    expect(dayOf("2025-11-20T20:00:00Z")).toBe("2025-11-20")
  })

  test("today and yesterday have names in both languages", () => {
    setZone("Asia/Kolkata")
    const now = new Date("2025-11-20T20:00:00Z")
    expect(formatDayName("2025-11-20T19:00:00Z", "en", now)).toBe("Today")
    expect(formatDayName("2025-11-20T18:00:00Z", "en", now)).toBe("Yesterday")
    expect(formatDayName("2025-11-20T19:00:00Z", "hi", now)).toBe("आज")
    expect(formatDayName("2024-03-08T08:00:00Z", "en", now)).toContain("2024")
    expect(formatDayName("2025-03-08T08:00:00Z", "en", now)).not.toContain("2025")
  })

  test("items keep their order within their days", () => {
    setZone("UTC")
    const at = ["2025-11-20T10:00:00Z", "2025-11-20T09:00:00Z", "2025-11-19T23:00:00Z"]
    expect(groupByDay(at, (item) => item)).toEqual([
      ["2025-11-20", [at[0], at[1]]],
      ["2025-11-19", [at[2]]],
    ])
  })
})

test.each([
  [0, "now"],
  [-59_000, "now"],
  [-60_000, "1 minute ago"],
  [-7_200_000, "2 hours ago"],
  [-86_400_000, "yesterday"],
])("%i ms is %s", (ms, words) => {
  const now = Date.parse("2025-11-20T12:00:00Z")
  expect(formatAgo(now + ms, "en", now)).toBe(words)
})

describe("days of the person's zone", () => {
  test.each([
    ["Asia/Kolkata", "2025-11-20", "2025-11-19T18:30:00.000Z"],
    ["Asia/Kathmandu", "2025-11-20", "2025-11-19T18:15:00.000Z"],
    ["America/New_York", "2025-07-01", "2025-07-01T04:00:00.000Z"],
    // On these days the clocks are changed.
    ["America/New_York", "2025-03-09", "2025-03-09T05:00:00.000Z"],
    ["Europe/London", "2025-10-26", "2025-10-25T23:00:00.000Z"],
    ["Pacific/Auckland", "2025-11-20", "2025-11-19T11:00:00.000Z"],
  ])("in %s %s begins at %s", (zone, day, at) => {
    setZone(zone)
    expect(dayStart(day).toISOString()).toBe(at)
    setZone(undefined)
  })

  test("follow one another over months, years and leap days", () => {
    expect(nextDay("2025-12-31")).toBe("2026-01-01")
    expect(nextDay("2028-02-28")).toBe("2028-02-29")
    expect(nextDay("2026-03-01", -1)).toBe("2026-02-28")
  })
})
