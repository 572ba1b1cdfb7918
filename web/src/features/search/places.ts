/** The screens that can be found by their names. */
import type { Glyph } from "@/ui/icons/glyphs"

export const PLACES = [
  { to: "/send", icon: "send", words: "places.send" },
  { to: "/pay-many", icon: "groups", words: "places.many" },
  { to: "/groups", icon: "groups", words: "places.groups" },
  { to: "/request", icon: "request", words: "places.request" },
  { to: "/add-money", icon: "add", words: "places.add" },
  { to: "/withdraw", icon: "withdraw", words: "places.withdraw" },
  { to: "/scan", icon: "scan", words: "places.scan" },
  { to: "/my-qr", icon: "qr", words: "places.qr" },
  { to: "/activity", icon: "activity", words: "places.activity" },
  { to: "/requests", icon: "requests", words: "places.requests" },
  { to: "/notifications", icon: "bell", words: "places.notifications" },
  { to: "/limits", icon: "info", words: "places.limits" },
  { to: "/you/profile", icon: "you", words: "places.profile" },
  { to: "/you/devices", icon: "device", words: "places.devices" },
  { to: "/you/password", icon: "key", words: "places.password" },
  { to: "/you/pin", icon: "lock", words: "places.pin" },
  { to: "/you/settings", icon: "settings", words: "places.settings" },
  { to: "/help", icon: "help", words: "places.help" },
] as const satisfies { to: string; icon: Glyph; words: string }[]

/** Whether each typed word begins a word of the name. */
export function matches(name: string, typed: string): boolean {
  const words = name.toLocaleLowerCase().split(/\s+/)
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part)))
}
