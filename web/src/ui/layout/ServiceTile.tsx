/** A service as a tile: its sign, its colour, its name. */
import { styled } from "@/ui/theme/styled"
import { Link } from "@tanstack/react-router"
import type { Service } from "../theme/colours"
import type { Glyph } from "../icons/glyphs"
import { ServiceIcon } from "../icons/ServiceIcon"

const Tile = styled(Link)({
  display: "grid",
  justifyItems: "center",
  alignContent: "start",
  gap: 8,
  minWidth: 72,
  padding: "8px 4px",
  borderRadius: 18,
  textAlign: "center",
  textDecoration: "none",
  fontSize: "0.875rem",
  lineHeight: 1.3,
  fontWeight: 600,
})

interface Props {
  service: Service
  label: string
  to: string
  /** Another sign, for a part of the service that has one of its own. */
  sign?: Glyph
}

export function ServiceTile({ service, label, to, sign }: Props) {
  return (
    <Tile to={to}>
      <ServiceIcon service={service} size={56} sign={sign} />
      {label}
    </Tile>
  )
}
