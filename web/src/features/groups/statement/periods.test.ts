import { expect, test } from "vitest"
import { periodOf } from "./periods"

test("a period ends today, or with the last day of its month", () => {
  expect(periodOf("this_month", "2027-01-31")).toEqual(["2027-01-01", "2027-01-31"])
  expect(periodOf("last_month", "2027-03-31")).toEqual(["2027-02-01", "2027-02-28"])
  expect(periodOf("last_month", "2027-01-05")).toEqual(["2026-12-01", "2026-12-31"])
  expect(periodOf("three_months", "2027-01-05")).toEqual(["2026-11-01", "2027-01-05"])
  expect(periodOf("year", "2028-02-29")).toEqual(["2027-03-01", "2028-02-29"])
})
