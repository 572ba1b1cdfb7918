/** The deep indigo panel: a balance, a welcome, a result. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"
import { ClothBorder, Motif } from "./Motif"

const Panel = styled("section")({
  position: "relative",
  overflow: "hidden",
  borderRadius: 24,
  background: "var(--batua-palette-cloth-ground)",
  color: "var(--batua-palette-cloth-ink)",
})

const Inside = styled("div")({ position: "relative", padding: 24 })

interface Props {
  children: ReactNode
  /** Names the panel for people who do not see it. */
  label?: string
}

export function Cloth({ children, label }: Props) {
  return (
    <Panel aria-label={label}>
      <Motif aria-hidden="true" />
      <Inside>{children}</Inside>
      <ClothBorder aria-hidden="true" />
    </Panel>
  )
}
