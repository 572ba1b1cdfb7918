/** Names and values in rows, as on a receipt. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"

export const Facts = styled("dl")({
  "& > div + div": { borderTop: "1px solid var(--batua-palette-divider)" },
})

const Row = styled("div")({
  display: "flex",
  alignItems: "baseline",
  justifyContent: "space-between",
  gap: "4px 20px",
  minHeight: 48,
  padding: "11px 0",
  "& dt": { flexShrink: 0, maxWidth: "50%", color: "var(--batua-palette-text-secondary)" },
  "& dd": { minWidth: 0, margin: 0, textAlign: "end", fontWeight: 550 },
})

interface Props {
  name: string
  children: ReactNode
}

export function Fact({ name, children }: Props) {
  return (
    <Row>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </Row>
  )
}
