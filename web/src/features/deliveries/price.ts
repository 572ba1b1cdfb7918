/** What a provider charges, as it is typed: read without a float. */

const PLACES = 6
const TYPED = /^(\d{1,6})(?:\.(\d{1,6}))?$/

/** Millionths of what was typed; null when it is no price. */
export function readPrice(typed: string): number | null {
  const found = TYPED.exec(typed.trim())
  return found ? Number(`${found[1] ?? ""}${(found[2] ?? "").padEnd(PLACES, "0")}`) : null
}
