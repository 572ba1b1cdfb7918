import { describe, expect, test } from "vitest"
import { EMPTY, faultOf, orderOf } from "./typed"

const none = EMPTY.amounts

describe("a new link", () => {
  test("has a fixed amount, or none at all", () => {
    const fixed = { ...EMPTY, amounts: { ...none, amount: "500", most: "9" }, note: " Two saris " }
    expect(orderOf(fixed, "INR")).toEqual({
      currency: "INR",
      amount_minor: 50_000,
      least_minor: null,
      most_minor: null,
      note: "Two saris",
      is_once: true,
      days: 30,
    })
    const open = { ...EMPTY, sort: "open" as const, amounts: { ...none, amount: "5", least: "10" } }
    expect(orderOf({ ...open, isOnce: false }, "JPY")).toMatchObject({
      amount_minor: null,
      least_minor: 10,
      most_minor: null,
      is_once: false,
    })
  })

  test.each([
    ["fixed", {}, "amount"],
    ["fixed", { amount: "0" }, "amount"],
    ["fixed", { amount: "1" }, null],
    ["open", {}, null],
    ["open", { least: "2", most: "1" }, "bounds"],
    ["open", { least: "2", most: "2" }, null],
  ] as const)("a %s one with %o is refused for its %s", (sort, typed, fault) => {
    expect(faultOf({ ...EMPTY, sort, amounts: { ...none, ...typed } }, "INR")).toBe(fault)
  })
})
