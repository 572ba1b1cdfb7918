/** Who is on the other side: a large face, the real name, the masked number. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"
import { Text } from "../layout/Text"
import { PersonAvatar } from "./PersonAvatar"

const Whole = styled("div")({
  display: "grid",
  justifyItems: "center",
  gap: 10,
  textAlign: "center",
  "& > div": { minWidth: 0, maxWidth: "100%" },
})

const Flat = styled("div")({
  display: "flex",
  alignItems: "center",
  gap: 14,
  minWidth: 0,
  "& > div": { minWidth: 0, flex: 1 },
})

interface Props {
  person: {
    id: string
    name: string
    phone?: string | null
    handle?: string | null
    photo_url?: string | null
  }
  /** Above the name: "Send to". */
  lead?: string
  /** In one row, where height is short. */
  flat?: boolean
  children?: ReactNode
}

export function PersonHead({ person, lead, flat, children }: Props) {
  const Frame = flat ? Flat : Whole
  const second = [person.phone, person.handle].filter(Boolean).join(" · ")
  return (
    <Frame>
      <PersonAvatar person={person} size={flat ? 52 : 88} />
      <div>
        {lead && (
          <Text size="small" tone="quiet">
            {lead}
          </Text>
        )}
        <Text size={flat ? "body" : "title"} bold as={flat ? "p" : "h2"}>
          {person.name}
        </Text>
        {second && (
          <Text size="small" tone="quiet" className="tabular">
            {second}
          </Text>
        )}
      </div>
      {children}
    </Frame>
  )
}
