/** Who has no account any more still stands in lists, without a name. */
import type { Schema } from "@/api/types"

type Face = Schema["FaceOut"]

const NOBODY: Face = { id: "00000000", name: "—", phone: "", handle: null, photo_url: null }

export function faceOf(person: Face | null): Face {
  return person ?? NOBODY
}
