/** Where each word of a receipt's picture stands: numbers only, so that they can be tested. */
import { wrapText, type Measure } from "@/lib/canvas"
import type { Receipt } from "./receipt"

export const WIDTH = 1080
export const EDGE = 84
export const BORDER = 36
const INNER = WIDTH - 2 * EDGE
/** A name takes this much of a row, its value the rest. */
const NAME_WIDTH = 330
const GAP = 30

export type Tone = "cream" | "thread" | "ink" | "quiet"

export interface Word {
  text: string
  x: number
  y: number
  size: number
  weight: number
  align: "left" | "right" | "center"
  tone: Tone
}

export interface Layout {
  height: number
  /** Where the indigo cloth ends and the paper begins. */
  clothEnds: number
  words: Word[]
  /** Thin lines between the rows. */
  rules: number[]
}

export type MeasureBy = (weight: number, size: number) => Measure

interface Line {
  text: string
  size: number
  weight: number
  tone: Tone
}

/** Shrink figures until they fit on one line. */
function fitting(text: string, measure: MeasureBy): number {
  let size = 120
  while (size > 40 && measure(700, size)(text) > INNER) size -= 4
  return size
}

function headLines(receipt: Receipt, measure: MeasureBy): Line[] {
  const wrapped = (text: string, weight: number, size: number, tone: Tone): Line[] =>
    wrapText(text, INNER, measure(weight, size)).map((line) => ({ text: line, size, weight, tone }))
  return [
    { text: receipt.status, size: 44, weight: 700, tone: "thread" },
    { text: receipt.amount, size: fitting(receipt.amount, measure), weight: 700, tone: "cream" },
    ...wrapped(receipt.sentence, 600, 44, "cream"),
  ]
}

export function layoutReceipt(receipt: Receipt, name: string, measure: MeasureBy): Layout {
  const words: Word[] = []
  const rules: number[] = []
  let y = EDGE
  for (const line of headLines(receipt, measure)) {
    y += Math.round(line.size * 1.15)
    words.push({ ...line, x: WIDTH / 2, y, align: "center" })
    y += Math.round(line.size * 0.35)
  }
  const clothEnds = y + 40
  y = clothEnds + BORDER + 30
  const size = 38
  const lineHeight = 56
  for (const [row, { name: left, value }] of receipt.lines.entries()) {
    if (row > 0) rules.push(y)
    const names = wrapText(left, NAME_WIDTH, measure(400, size))
    const values = wrapText(value, INNER - NAME_WIDTH - GAP, measure(600, size))
    const top = y + 28 + size
    const put = (text: string, line: number, align: "left" | "right"): Word => ({
      text,
      x: align === "left" ? EDGE : WIDTH - EDGE,
      y: top + line * lineHeight,
      size,
      weight: align === "left" ? 400 : 600,
      align,
      tone: align === "left" ? "quiet" : "ink",
    })
    words.push(...names.map((text, line) => put(text, line, "left")))
    words.push(...values.map((text, line) => put(text, line, "right")))
    y += 28 + Math.max(names.length, values.length, 1) * lineHeight + 16
  }
  y += 90
  words.push({ text: name, x: WIDTH / 2, y, size: 40, weight: 700, align: "center", tone: "quiet" })
  return { height: y + EDGE, clothEnds, words, rules }
}
