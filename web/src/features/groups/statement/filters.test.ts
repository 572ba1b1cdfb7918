import { expect, test } from "vitest"
import { countOf, NO_FILTERS, toQuery } from "./filters"

test("what is set is asked for, and nothing else", () => {
  expect(toQuery(NO_FILTERS)).toEqual({})
  expect(countOf(NO_FILTERS)).toBe(0)
  const filters = { ...NO_FILTERS, text: "march", kinds: ["payout" as const], member: "m1", from: "2026-11-20", max: 500 }
  const { from, ...rest } = toQuery(filters)
  expect(rest).toEqual({ text: "march", kind: ["payout"], member: "m1", max_minor: 500 })
  expect(Date.parse(from ?? "")).toBe(Date.parse(toQuery({ ...NO_FILTERS, from: "2026-11-20" }).from ?? ""))
  expect(countOf(filters)).toBe(4) // the words show themselves
})

test("the last day is in it, and ends that are turned round are turned back", () => {
  const { from, to } = toQuery({ ...NO_FILTERS, from: "2026-11-21", to: "2026-11-20", min: 500, max: 100 })
  expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(2 * 24 * 3_600_000)
  expect(toQuery({ ...NO_FILTERS, min: 500, max: 100 })).toEqual({ min_minor: 100, max_minor: 500 })
})
