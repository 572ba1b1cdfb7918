/** The picture of a payment: the other person with an arrow, or the sign of the service. */
import { styled } from "@/ui/theme/styled"
import type { Payment } from "@/api/types"
import { Icon } from "../icons/Icon"
import { ServiceIcon } from "../icons/ServiceIcon"
import { colourOf, serviceOf } from "../icons/services"
import { PersonAvatar } from "../people/PersonAvatar"

const Face = styled("span")({ position: "relative", display: "inline-grid", flexShrink: 0 })

const Arrow = styled("span")({
  position: "absolute",
  insetInlineEnd: -5,
  bottom: -4,
  display: "grid",
  placeItems: "center",
  borderRadius: "50%",
  border: "2px solid var(--batua-palette-background-paper)",
})

interface Props {
  payment: Pick<Payment, "kind" | "direction" | "other">
  size?: number
}

export function PaymentFace({ payment, size = 48 }: Props) {
  const { kind, direction, other } = payment
  if (!other) return <ServiceIcon service={serviceOf(kind, direction)} size={size} />
  const service = direction === "in" ? "add" : "send"
  const small = Math.max(20, Math.round(size * 0.36))
  const style = {
    width: small,
    height: small,
    color: colourOf(service, "main"),
    background: colourOf(service, "soft"),
  }
  return (
    <Face>
      <PersonAvatar person={other} size={size} />
      <Arrow style={style} aria-hidden="true">
        <Icon name={direction === "in" ? "request" : "send"} size={small - 8} weight={3} />
      </Arrow>
    </Face>
  )
}
