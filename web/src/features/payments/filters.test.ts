import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { setZone } from "@/lib/time"
import { countOf, readFilters, toggled, toParams, toQuery } from "./filters"
import { spansOf } from "./spans"

beforeEach(() => setZone("Asia/Kolkata"))
afterEach(() => setZone(undefined))

const PERSON = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"

describe("an address", () => {
  test("says every filter, and is read back the same", () => {
    const filters = {
      text: "tea",
      person: PERSON,
      direction: "out",
      kind: "send,top_up",
      status: "pending",
      from: "2025-11-01",
      to: "2025-11-30",
      min: 100,
      max: 5000,
      currency: "INR",
    }
    expect(readFilters(filters)).toEqual(filters)
  })

  test("that makes no sense is as if it said nothing", () => {
    const strange = {
      text: { a: 1 },
      person: "me",
      direction: "up",
      kind: "send,steal",
      status: "gone",
      from: "yesterday",
      to: "2025-13-01",
      min: -5,
      max: 1.5,
      currency: "rupees",
      other: "x",
    }
    expect(readFilters(strange)).toEqual({ kind: "send" })
  })

  test("reads a number that the router made of typed digits", () => {
    expect(readFilters({ text: 123 })).toEqual({ text: "123" })
  })

  test("cuts a text that is too long for the server", () => {
    expect(readFilters({ text: "x".repeat(300) }).text).toHaveLength(100)
  })
})

describe("the question to the server", () => {
  test("names whole days of the person's zone, the last one included", () => {
    expect(toQuery({ from: "2025-11-01", to: "2025-11-02" })).toEqual({
      from: "2025-10-31T18:30:00.000Z",
      to: "2025-11-02T18:30:00.000Z",
    })
  })

  test("puts the smaller amount and the earlier day first", () => {
    const query = toQuery({ from: "2025-11-09", to: "2025-11-02", min: 900, max: 100 })
    expect(query.min_minor).toBe(100)
    expect(query.max_minor).toBe(900)
    expect(query.from! < query.to!).toBe(true)
  })

  test("repeats what has several values", () => {
    const query = toQuery({ kind: "send,request", direction: "in", text: "रेत & tea" })
    expect(toParams(query)).toBe(
      "text=%E0%A4%B0%E0%A5%87%E0%A4%A4+%26+tea&direction=in&kind=send&kind=request",
    )
  })

  test("is empty without filters, so that the answer is kept for offline", () => {
    expect(toQuery({})).toEqual({})
  })
})

test("a value is added, and taken away again", () => {
  expect(toggled(undefined, "send")).toBe("send")
  expect(toggled("send", "top_up")).toBe("send,top_up")
  expect(toggled("send,top_up", "send")).toBe("top_up")
  expect(toggled("send", "send")).toBeUndefined()
})

test("the badge counts what is set, without the search text", () => {
  expect(countOf({ text: "x", kind: "send", from: "2025-11-01" })).toBe(2)
})

describe("the spans", () => {
  const of = (at: string) =>
    Object.fromEntries(spansOf(new Date(at)).map(({ name, from, to }) => [name, [from, to]]))

  test("begin and end where the person lives", () => {
    // Still the 30th in London, already the 1st in Delhi.
    expect(of("2025-11-30T20:00:00Z")).toEqual({
      week: ["2025-11-25", "2025-12-01"],
      month: ["2025-12-01", "2025-12-01"],
      last_month: ["2025-11-01", "2025-11-30"],
    })
  })

  test("reach back over the new year", () => {
    expect(of("2026-01-03T06:00:00Z")).toEqual({
      week: ["2025-12-28", "2026-01-03"],
      month: ["2026-01-01", "2026-01-03"],
      last_month: ["2025-12-01", "2025-12-31"],
    })
  })
})
