import { describe, expect, test } from "vitest"
import { spacedPhone, waysToLookUp } from "./who"
import { standalone } from "./code-picture"

describe("what was typed names", () => {
  test.each([
    ["98765 43210", { phone: "+919876543210" }],
    ["098765-43210", { phone: "+919876543210" }],
    ["९८७६५४३२१०", { phone: "+919876543210" }],
    ["+1 (415) 555-2671", { phone: "+14155552671" }],
    ["asha@batua", { handle: "asha@batua" }],
    ["@Asha.Devi", { handle: "asha.devi@batua" }],
    ["upi://pay?pa=asha@batua&am=12.50", { qr: "upi://pay?pa=asha@batua&am=12.50" }],
    ["https://batua.example/pay?to=asha@batua", { qr: "https://batua.example/pay?to=asha@batua" }],
  ])("%s", (typed, way) => {
    expect(waysToLookUp(typed, "IN")).toEqual([way])
  })

  test.each(["", "987", "+", "Asha Devi", "आशा", "a"])("nobody yet: %j", (typed) => {
    expect(waysToLookUp(typed, "IN")).toEqual([])
  })
})

test("a number is spaced so that a wrong digit is seen", () => {
  expect(spacedPhone("+919876543210")).toBe("+91 98765 43210")
  expect(spacedPhone("+14155552671")).toBe("+1 415 555 2671")
})

describe("an inline code as a picture", () => {
  test("gets a namespace and a size", () => {
    const svg = standalone('<svg viewBox="0 0 41 41" class="segno"><path d="M4"/></svg>')
    expect(svg).toMatch(/^<svg width="900" height="900" xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox=/)
  })

  test("keeps those it has", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>'
    expect(standalone(svg)).toBe(svg)
  })
})
