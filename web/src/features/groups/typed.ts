/** Amounts, percentages and numbers of rules as people type them. */
import { decimal } from "@/lib/money"

/** An amount; nothing for none. */
export function typed(minor: number, currency: string): string {
  return minor === 0 ? "" : decimal({ minor, currency }).replace(/\.0+$/, "")
}

/** 250 basis points are "2.5". */
export function typedPercent(bps: number): string {
  return bps === 0 ? "" : String(bps / 100)
}

/** "2.5" percent are 250 basis points; null when it is no percentage of at most two decimals. */
export function bpsOf(percent: string): number | null {
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(percent.trim())) return null
  const [whole = "0", part = ""] = percent.trim().split(".")
  return Number(whole) * 100 + Number(part.padEnd(2, "0"))
}

export function wholeOf(text: string, least: number, most: number): number | null {
  if (!/^-?\d{1,6}$/.test(text.trim())) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}
