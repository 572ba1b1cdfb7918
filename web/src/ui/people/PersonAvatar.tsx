/** A person's photo, or the first letters of the name on a colour of their own. */
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useMemo } from "react"
import { authFetch } from "@/api/client"
import { SERVICES, type Service } from "../theme/colours"
import { colourOf } from "../icons/services"

const Face = styled("span")({
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  overflow: "hidden",
  borderRadius: "50%",
  fontWeight: 700,
  "& img": { width: "100%", height: "100%", objectFit: "cover" },
})

const MOST_SIGNS = 5

/** The first letters of the first and the last word, as whole letters of any script. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" })
  const firsts = ends.map((word) => [...letters.segment(word ?? "")][0]?.segment ?? "")
  const both = firsts.join("").toLocaleUpperCase()
  // Two wide letters of an Indian script would not fit the circle.
  return both.length > MOST_SIGNS ? (firsts[0] ?? "") : both
}

/** Always the same colour for the same person. */
export function colourFor(id: string): Service {
  // The end of a UUIDv7 is random; its beginning is the time.
  return SERVICES[Number.parseInt(id.slice(-6), 16) % SERVICES.length] ?? "send"
}

interface Props {
  person: { id: string; name: string; photo_url?: string | null }
  size?: number
}

export function PersonAvatar({ person, size = 48 }: Props) {
  const photo = usePhoto(person.photo_url)
  const colour = colourFor(person.id)
  const style = {
    width: size,
    height: size,
    fontSize: Math.round(size * 0.36),
    color: colourOf(colour, "main"),
    background: colourOf(colour, "soft"),
  }
  return (
    <Face style={style} aria-hidden="true">
      {photo ? <img src={photo} alt="" /> : initialsOf(person.name)}
    </Face>
  )
}

/** Photos need the person's token, so an address alone is not enough for <img>. */
function usePhoto(url: string | null | undefined): string | null {
  const { data } = useQuery({
    queryKey: ["photo", url],
    queryFn: async ({ signal }) => {
      const address = new URL(url ?? "", location.origin)
      const response = await authFetch(new Request(address, { signal }))
      // Somebody without a photo is shown by letters, which is no failure.
      return response.ok ? response.blob() : null
    },
    enabled: Boolean(url),
    staleTime: Infinity,
    retry: false,
  })
  const address = useMemo(() => (data ? URL.createObjectURL(data) : null), [data])
  useEffect(() => {
    if (address) return () => URL.revokeObjectURL(address)
  }, [address])
  return address
}
