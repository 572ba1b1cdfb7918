/** A code to scan on white paper, with what it is for below. */
import { styled } from "@/ui/theme/styled"
import { useEffect, useMemo, type ReactNode } from "react"
import { Text } from "../layout/Text"
import { ClothBorder } from "../motif/Motif"

// Scanners want dark on light, in both themes.
const Paper = styled("section")({
  overflow: "hidden",
  borderRadius: 24,
  border: "1px solid var(--batua-palette-divider)",
  background: "#ffffff",
  color: "#221f3b",
  textAlign: "center",
  "& > div": { display: "grid", justifyItems: "center", gap: 6, padding: "20px 20px 16px" },
  "& img": { width: "100%", maxWidth: 280, aspectRatio: "1 / 1", imageRendering: "pixelated" },
})

interface Props {
  /** As the server draws it. */
  svg: string
  /** What the code is, for who does not see it. */
  label: string
  lead: string
  children: ReactNode
}

export function CodePaper({ svg, label, lead, children }: Props) {
  const address = useMemo(() => URL.createObjectURL(new Blob([asPicture(svg)], { type: "image/svg+xml" })), [svg])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <Paper aria-label={label}>
      <div>
        <Text bold>{lead}</Text>
        <img src={address} alt={label} />
        {children}
      </div>
      <ClothBorder aria-hidden="true" />
    </Paper>
  )
}

/** An inline SVG has no namespace; a picture needs one. */
function asPicture(svg: string): string {
  return svg.includes("xmlns=") ? svg : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
}
