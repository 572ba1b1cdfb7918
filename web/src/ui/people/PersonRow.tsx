/** A person in a list: face, name, masked number or handle. */
import type { ReactNode } from "react"
import { ListRow } from "./ListRow"
import { PersonAvatar } from "./PersonAvatar"

interface Props {
  person: {
    id: string
    name: string
    phone?: string | null
    handle?: string | null
    photo_url?: string | null
  }
  /** Instead of the handle or the number. */
  second?: ReactNode
  end?: ReactNode
  to?: string
  onClick?: () => void
}

export function PersonRow({ person, second, ...rest }: Props) {
  const start = <PersonAvatar person={person} />
  return <ListRow start={start} title={person.name} second={second ?? person.handle ?? person.phone} {...rest} />
}
