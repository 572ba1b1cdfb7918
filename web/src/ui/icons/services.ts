/** The sign and the colour of each service, in one place. */
import type { Service } from "../theme/colours"
import type { Glyph } from "./glyphs"

const SIGNS: Record<Service, Glyph> = {
  send: "send",
  request: "request",
  add: "add",
  withdraw: "withdraw",
  scan: "scan",
  activity: "activity",
  bills: "bills",
  groups: "groups",
  save: "save",
  learn: "learn",
  safety: "safety",
  offices: "offices",
}

export function signOf(service: Service): Glyph {
  return SIGNS[service]
}

export function colourOf(service: Service, part: "main" | "soft"): string {
  return `var(--batua-palette-service-${service}-${part})`
}

/** The service that a payment or a notification belongs to: "payments.sent" → send. */
export function serviceOf(kind: string, direction: "in" | "out" = "out"): Service {
  if (/top_?up|topped|by_link/.test(kind)) return "add"
  if (kind.includes("withdraw")) return "withdraw"
  if (/request|asked/.test(kind)) return "request"
  if (/^identity|session|device|password|pin_/.test(kind)) return "safety"
  return direction === "in" ? "add" : "send"
}
