/** Things under or beside each other with even gaps. */
import { styled } from "@/ui/theme/styled"

interface Props {
  gap?: number
  row?: boolean
  /** Let a row continue on the next line. */
  wrap?: boolean
  align?: "start" | "center" | "end" | "stretch" | "baseline"
  justify?: "start" | "center" | "end" | "space-between"
}

// `as` is left to emotion, or a list would be a <div as="ul">.
const own = ["as", "gap", "row", "wrap", "align", "justify"]

/** Gaps are in steps of 4 px. */
export const Stack = styled("div", {
  shouldForwardProp: (prop) => !own.includes(prop),
})<Props>(({ gap = 4, row, wrap, align, justify }) => ({
  display: "flex",
  flexDirection: row ? "row" : "column",
  flexWrap: wrap ? "wrap" : "nowrap",
  gap: gap * 4,
  alignItems: align ?? (row ? "center" : "stretch"),
  justifyContent: justify,
  minWidth: 0,
}))
