/** How something stands: a sign and a word in a colour that says the same; as a chip where it stands alone. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"
import { Icon } from "../icons/Icon"
import type { Glyph } from "../icons/glyphs"

const Frame = styled("span")({
  display: "inline-flex",
  alignItems: "center",
  gap: 5,
  fontWeight: 600,
  "& svg": { flexShrink: 0 },
  "&.chip": {
    padding: "6px 14px 6px 10px",
    borderRadius: 18,
    background: "color-mix(in srgb, currentColor 12%, transparent)",
  },
})

export interface Look {
  icon: Glyph
  /** The palette's name for what it means. */
  colour: string
}

interface Props {
  look: Look
  chip?: boolean
  children: ReactNode
}

export function Mark({ look: { icon, colour }, chip, children }: Props) {
  return (
    <Frame className={chip ? "chip" : undefined} style={{ color: `var(--batua-palette-${colour})` }}>
      <Icon name={icon} size={chip ? 20 : 16} weight={2.4} />
      {children}
    </Frame>
  )
}
