/** The face of a group: its picture, or its first letters on the colour of groups. */
import { styled } from "@/ui/theme/styled"
import { colourOf } from "@/ui/icons/services"
import { initialsOf } from "@/ui/people/PersonAvatar"

const Face = styled("span")({
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  borderRadius: "34%",
  fontWeight: 700,
  color: colourOf("groups", "main"),
  background: colourOf("groups", "soft"),
})

export function GroupFace({ name, size = 52 }: { name: string; size?: number }) {
  return (
    <Face style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }} aria-hidden="true">
      {initialsOf(name)}
    </Face>
  )
}
