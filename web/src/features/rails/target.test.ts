import { describe, expect, test } from "vitest"
import { faultsOf, targetOf } from "./target"

const account = { name: "Asha Devi", number: "50100123456789", ifsc: "HDFC0000001" }

describe("a new bank account", () => {
  test("is taken when everything is there", () => {
    expect(faultsOf(account, account.number)).toEqual([])
  })

  test.each([
    ["name", { ...account, name: " " }, account.number],
    ["number", { ...account, number: "12345" }, "12345"],
    ["repeat", account, "50100123456780"],
    ["ifsc", { ...account, ifsc: "HDFC1000001" }, account.number],
    ["ifsc", { ...account, ifsc: "HDFC000001" }, account.number],
  ])("is refused for its %s", (fault, typed, repeat) => {
    expect(faultsOf(typed, repeat)).toEqual([fault])
  })

  test("is shown by its bank and last digits only", () => {
    expect(targetOf({ ...account, name: " Asha Devi " })).toEqual({
      destination: {
        kind: "bank",
        account_number: "50100123456789",
        ifsc: "HDFC0000001",
        name: "Asha Devi",
      },
      masked: "HDFC •••• 6789",
    })
  })
})
