/** What somebody typed or scanned to name a person. */
import type { LookUp } from "@/api/types"
import { isPlausiblePhone, toE164 } from "@/lib/countries"

const PHONE = /^[+\d\s().\-०-९]+$/
const HANDLE = /^@?[a-z0-9][a-z0-9._-]{1,63}(@[a-z0-9]+)?$/i
const LINK = /^(https?|upi):\/\//i

/** The ways to look up what was typed, the likeliest first; none while it is only part of a name. */
export function waysToLookUp(typed: string, country: string): LookUp[] {
  const text = typed.trim()
  if (LINK.test(text)) return [{ qr: text }]
  if (PHONE.test(text)) {
    const phone = toE164(text, country)
    return isPlausiblePhone(phone) ? [{ phone }] : []
  }
  if (!HANDLE.test(text)) return []
  return [{ handle: withNetwork(text.toLowerCase().replace(/^@/, "")) }]
}

const NETWORK = "batua"

function withNetwork(handle: string): string {
  return handle.includes("@") ? handle : `${handle}@${NETWORK}`
}

/** "+919876543210" → "+91 98765 43210", so that a wrong digit is seen. */
export function spacedPhone(e164: string): string {
  const indian = /^(\+91)(\d{5})(\d{5})$/.exec(e164)
  if (indian) return indian.slice(1).join(" ")
  // Four at the end, three by three before.
  return e164.replace(/\B(?=(\d{3})*\d{4}$)/g, " ")
}
