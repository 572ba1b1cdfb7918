import { expect, test } from "vitest"
import { COUNTRIES, formatPhone, isPlausiblePhone, toE164 } from "./countries"

test.each([
  ["98765 43210", "IN", "+919876543210"],
  ["09876543210", "IN", "+919876543210"],
  ["९८७६५४३२१०", "IN", "+919876543210"],
  ["+44 20 7946 0958", "IN", "+442079460958"],
  ["06 1234 5678", "IT", "+390612345678"],
])("%s typed in %s is %s", (typed, country, e164) => {
  expect(toE164(typed, country)).toBe(e164)
})

test("too short and too long are not plausible", () => {
  expect(isPlausiblePhone("+91")).toBe(false)
  expect(isPlausiblePhone("+919876543210")).toBe(true)
  expect(isPlausiblePhone("+91987654321098765")).toBe(false)
})

test("a number is shown in groups, and a masked one as it is", () => {
  expect(formatPhone("+919876543210")).toBe("+91 98765 43210")
  expect(formatPhone("+442079460958")).toBe("+44 20794 60958")
  expect(formatPhone("+91 ••••• ••210")).toBe("+91 ••••• ••210")
})

test("each country is there once, with digits for its code", () => {
  expect(new Set(COUNTRIES.map(({ id }) => id)).size).toBe(COUNTRIES.length)
  expect(COUNTRIES.filter(({ id, calling }) => !/^[A-Z]{2}$/.test(id) || !/^\d{1,3}$/.test(calling))).toEqual([])
})
