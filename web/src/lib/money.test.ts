import { describe, expect, test } from "vitest"
import {
  decimal,
  exponentOf,
  formatMoney,
  formatTyped,
  moneyParts,
  parseAmount,
  plainDigits,
  typeAmount,
} from "./money"

const inr = (minor: number) => ({ minor, currency: "INR" })

describe("money is shown", () => {
  test.each([
    [inr(10000000), "en", "₹1,00,000.00"],
    [inr(10000000), "hi", "₹1,00,000.00"],
    [inr(5), "en", "₹0.05"],
    [inr(-12345), "en", "-₹123.45"],
    [{ minor: 1234, currency: "JPY" }, "en", "¥1,234"],
    [{ minor: 1234567, currency: "KWD" }, "en", "KWD 1,234.567"],
    [inr(9007199254740991), "en", "₹9,00,71,99,25,47,409.91"],
  ])("%o in %s is %s", (amount, language, shown) => {
    expect(formatMoney(amount, language).replaceAll("\u00a0", " ")).toBe(shown)
  })

  test("a whole amount can leave its zeros out, another cannot", () => {
    expect(formatMoney(inr(50000), "en", { trim: true })).toBe("₹500")
    expect(formatMoney(inr(50050), "en", { trim: true })).toBe("₹500.50")
  })

  test("what came in and what went out carry their signs", () => {
    expect(formatMoney(inr(100), "en", { signed: true })).toBe("+₹1.00")
    expect(formatMoney(inr(-100), "en", { signed: true })).toBe("-₹1.00")
    expect(formatMoney(inr(0), "en", { signed: true })).toBe("₹0.00")
  })

  test("the parts make the whole", () => {
    const parts = moneyParts(inr(-123456789), "en")
    expect(parts).toEqual({
      sign: "-",
      symbol: "₹",
      whole: "12,34,567",
      fraction: ".89",
      symbolFirst: true,
    })
  })

  test.each([
    ["INR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["IQD", 3],
    ["ISK", 0],
  ])("%s has %i decimals by ISO 4217", (currency, digits) => {
    expect(exponentOf(currency)).toBe(digits)
  })

  test("decimals are shifted as text", () => {
    expect(decimal(inr(7))).toBe("0.07")
    expect(decimal(inr(-7))).toBe("-0.07")
    expect(decimal({ minor: 7, currency: "JPY" })).toBe("7")
  })
})

describe("money is typed", () => {
  test.each([
    ["500", inr(50000)],
    ["0.5", inr(50)],
    ["1,00,000.05", inr(10000005)],
    ["१२३.४५", inr(12345)],
    [".5", inr(50)],
  ])("%s is understood", (typed, amount) => {
    expect(parseAmount(typed, "INR")).toEqual(amount)
  })

  test.each(["", "0", "0.00", ".", "abc", "1.234", "1.2.3", "1234567890123"])(
    "%s is no amount",
    (typed) => expect(parseAmount(typed, "INR")).toBeNull(),
  )

  test("a key that makes no amount is refused", () => {
    expect(typeAmount("1.234", "INR")).toBeNull()
    expect(typeAmount("1.", "JPY")).toBeNull()
    expect(typeAmount("1.234", "KWD")).toBe("1.234")
    expect(typeAmount("007", "INR")).toBe("7")
    expect(typeAmount("", "INR")).toBe("")
  })

  test("digits are grouped while they are typed", () => {
    expect(formatTyped("100000", "en")).toBe("1,00,000")
    expect(formatTyped("100000.", "en")).toBe("1,00,000.")
    expect(formatTyped("1000.50", "en")).toBe("1,000.50")
  })

  test("digits of the script are digits", () => {
    expect(plainDigits("₹१,२३४.५०")).toBe("1234.50")
  })
})
