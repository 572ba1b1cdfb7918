/** Which service a message belongs to, and where it leads when the server names no page. */
import type { Notification } from "@/api/types"
import type { Glyph } from "@/ui/icons/glyphs"
import type { Service } from "@/ui/theme/colours"

interface Sign {
  service: Service
  sign?: Glyph
}

const SIGNS: [RegExp, Sign][] = [
  [/^group/, { service: "groups" }],
  [/^welcome/, { service: "send", sign: "wallet" }],
  [/device|email|password|pin|recovered|stolen/, { service: "safety" }],
  [/^request/, { service: "request" }],
  [/withdr/, { service: "withdraw" }],
  [/top|amount|^paid/, { service: "add" }],
  [/^received/, { service: "add", sign: "request" }],
]

export function signOfKind(kind: string): Sign {
  return SIGNS.find(([pattern]) => pattern.test(kind))?.[1] ?? { service: "send" }
}

/** What concerns safety leads to the devices, where something can be done about it. */
export function placeOf({ kind, link }: Pick<Notification, "kind" | "link">): string | null {
  if (link) return link
  return signOfKind(kind).service === "safety" ? "/you/devices" : null
}
