/** The round sign of a service on its own colour. */
import { styled } from "@mui/material/styles"
import type { Service } from "../theme/colours"
import { Icon } from "./Icon"
import { colourOf, signOf } from "./services"

const Round = styled("span")({
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  borderRadius: "34%",
})

export function ServiceIcon({ service, size = 48 }: { service: Service; size?: number }) {
  const style = {
    width: size,
    height: size,
    color: colourOf(service, "main"),
    background: colourOf(service, "soft"),
  }
  return (
    <Round style={style}>
      <Icon name={signOf(service)} size={Math.round(size / 2)} />
    </Round>
  )
}
