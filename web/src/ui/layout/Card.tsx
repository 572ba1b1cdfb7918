/** A sheet of paper on the cloth. */
import { styled } from "@/ui/theme/styled"

export const Card = styled("div")({
  background: "var(--batua-palette-background-paper)",
  border: "1px solid var(--batua-palette-divider)",
  borderRadius: 20,
  padding: 20,
  minWidth: 0,
})

/** A card whose rows touch its edges. */
export const ListCard = styled("ul")({
  background: "var(--batua-palette-background-paper)",
  border: "1px solid var(--batua-palette-divider)",
  borderRadius: 20,
  overflow: "hidden",
  "& > li + li": { borderTop: "1px solid var(--batua-palette-divider)" },
})
