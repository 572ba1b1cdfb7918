/** The round sign of a service on its own colour. */
import { styled } from "@/ui/theme/styled"
import type { Service } from "../theme/colours"
import type { Glyph } from "./glyphs"
import { Icon } from "./Icon"
import { colourOf, signOf } from "./services"

const Round = styled("span")({
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  borderRadius: "34%",
})

interface Props {
  service: Service
  size?: number
  /** Another sign, for a part of the service that has one of its own. */
  sign?: Glyph
}

export function ServiceIcon({ service, size = 48, sign }: Props) {
  const style = {
    width: size,
    height: size,
    color: colourOf(service, "main"),
    background: colourOf(service, "soft"),
  }
  return (
    <Round style={style}>
      <Icon name={sign ?? signOf(service)} size={Math.round(size / 2)} />
    </Round>
  )
}
