/** What a provider charges: millionths of a currency, written and read without a float. */

const PLACES = 6
const TYPED = /^(\d{1,6})(?:\.(\d{1,6}))?$/

interface Price {
  currency: string
  micro: number
}

export function formatPrice({ currency, micro }: Price, language: string): string {
  const digits = String(Math.abs(micro)).padStart(PLACES + 1, "0")
  const text = `${micro < 0 ? "-" : ""}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
  const options = { style: "currency", currency, maximumFractionDigits: PLACES } as const
  return new Intl.NumberFormat(language, options).format(text as `${number}`)
}

/** Millionths of what was typed; null when it is no price. */
export function readPrice(typed: string): number | null {
  const found = TYPED.exec(typed.trim())
  return found ? Number(`${found[1] ?? ""}${(found[2] ?? "").padEnd(PLACES, "0")}`) : null
}
