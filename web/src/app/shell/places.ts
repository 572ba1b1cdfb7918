/** The places one tap away, on the bar of a phone and on the rail of a desk. */
import type { Glyph } from "@/ui/icons/glyphs"

export const PLACES = [
  { to: "/", icon: "home", words: "nav.home" },
  { to: "/activity", icon: "activity", words: "nav.activity" },
  { to: "/scan", icon: "scan", words: "nav.scan" },
  { to: "/requests", icon: "requests", words: "nav.requests" },
  { to: "/you", icon: "you", words: "nav.you" },
] as const satisfies { to: string; icon: Glyph; words: string }[]
