/** The face of a group: its picture, or its first letters on the colour of groups. */
import { useState } from "react"
import { styled } from "@/ui/theme/styled"
import { colourOf } from "@/ui/icons/services"
import { initialsOf } from "@/ui/people/PersonAvatar"

const Face = styled("span")({
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  overflow: "hidden",
  borderRadius: "34%",
  fontWeight: 700,
  color: colourOf("groups", "main"),
  background: colourOf("groups", "soft"),
  "& img": { width: "100%", height: "100%", objectFit: "cover" },
})

interface Props {
  name: string
  /** A link that opens for some minutes; one that was kept from an earlier visit opens nothing. */
  picture?: string | null
  size?: number
}

export function GroupFace({ name, picture, size = 52 }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <Face style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }} aria-hidden="true">
      {picture && picture !== broken ? <img src={picture} alt="" onError={() => setBroken(picture)} /> : initialsOf(name)}
    </Face>
  )
}
