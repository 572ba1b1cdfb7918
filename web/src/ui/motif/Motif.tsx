/** A quiet block print behind a panel, and the border of a cloth under it. */
import { styled } from "@/ui/theme/styled"
import border from "./border.svg"
import buti from "./buti.svg"

/** Fills its positioned parent; the colour is the parent's text colour. */
export const Motif = styled("span")({
  position: "absolute",
  inset: 0,
  pointerEvents: "none",
  background: "currentColor",
  opacity: 0.07,
  maskImage: `url(${buti})`,
  maskSize: "72px",
})

/** A row of woven triangles in marigold. */
export const ClothBorder = styled("span")({
  display: "block",
  height: 12,
  background: "var(--batua-palette-cloth-thread)",
  maskImage: `url(${border})`,
  maskRepeat: "repeat-x",
  maskPosition: "center",
})
