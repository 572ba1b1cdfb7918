import { expect, test } from "vitest"
import { colourFor, initialsOf } from "./PersonAvatar"

test.each([
  ["Asha Devi", "AD"],
  ["Asha", "A"],
  ["आशा देवी", "आदे"],
  ["श्रीमती स्वामीनाथन", "श्री"],
  ["Asha D•••", "AD"],
  ["Sharma Kirana (demo)", "SK"],
  ["  ", ""],
  ["Ana María de la Cruz", "AC"],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test("a person keeps her colour", () => {
  const id = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
  expect(colourFor(id)).toBe(colourFor(id))
})
