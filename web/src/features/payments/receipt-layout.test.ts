import { describe, expect, test } from "vitest"
import { EDGE, layoutReceipt, WIDTH, type MeasureBy } from "./receipt-layout"
import type { Receipt } from "./receipt"

/** Every letter half as wide as it is high. */
const measure: MeasureBy = (_, size) => (text) => text.length * size * 0.5

const receipt: Receipt = {
  kind: "Sent",
  sentence: "Sent to Ravi Kumar",
  status: "Done",
  amount: "₹500.00",
  lines: [
    { name: "From", value: "Asha Devi" },
    { name: "To", value: "Ravi Kumar" },
    { name: "Note", value: "Groceries and milk for the whole month as agreed on Tuesday" },
    { name: "Reference", value: "7K2M9QXW4TBA" },
  ],
  text: "",
  aloud: "",
}

const layout = layoutReceipt(receipt, "Batua", measure)
const find = (text: string) => layout.words.find((word) => word.text === text)!

describe("the picture of a receipt", () => {
  test("shows everything inside its edges, each word below the one before", () => {
    for (const word of layout.words) {
      const width = measure(word.weight, word.size)(word.text)
      const left = { left: word.x, right: word.x - width, center: word.x - width / 2 }[word.align]
      expect(left).toBeGreaterThanOrEqual(EDGE)
      expect(left + width).toBeLessThanOrEqual(WIDTH - EDGE)
      expect(word.y).toBeLessThan(layout.height)
    }
    const heads = layout.words.filter((word) => word.align === "center").map((word) => word.y)
    expect(heads).toEqual([...heads].sort((one, other) => one - other))
  })

  test("puts the amount on the cloth and the rows on the paper", () => {
    expect(find("₹500.00").y).toBeLessThan(layout.clothEnds)
    expect(find("From").y).toBeGreaterThan(layout.clothEnds)
  })

  test("sets a name and its value on one line, and a rule between rows", () => {
    expect(find("From").y).toBe(find("Asha Devi").y)
    expect(layout.rules).toHaveLength(receipt.lines.length - 1)
    expect(layout.rules[0]).toBeGreaterThan(find("From").y)
    expect(layout.rules[0]).toBeLessThan(find("To").y)
  })

  test("breaks a long note and makes room for it", () => {
    const lines = layout.words.filter((word) => word.align === "right" && /Groceries|month|agreed/.test(word.text))
    expect(lines.length).toBeGreaterThan(1)
    expect(find("Reference").y).toBeGreaterThan(Math.max(...lines.map((line) => line.y)))
  })

  test("shrinks an amount that is too long for one line", () => {
    const long = layoutReceipt({ ...receipt, amount: "₹12,34,56,78,90,123.00" }, "Batua", measure)
    const amount = long.words.find((word) => word.text.startsWith("₹"))!
    expect(amount.size).toBeLessThan(find("₹500.00").size)
    expect(measure(700, amount.size)(amount.text)).toBeLessThanOrEqual(WIDTH - 2 * EDGE)
  })
})
