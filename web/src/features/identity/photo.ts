/** A photo as a small square, so that a large picture never leaves the phone. */
import { API_BASE, authFetch } from "@/api/client"
import { ApiProblem, refusal } from "@/api/problem"
import type { Profile } from "@/api/types"

const SIDE_PX = 512
const QUALITY = 0.86

async function square(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new ApiProblem({ code: "identity.bad_photo", status: 400 })
  })
  const side = Math.min(picture.width, picture.height)
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
  const canvas = document.createElement("canvas")
  canvas.width = canvas.height = Math.min(SIDE_PX, side)
  const pen = canvas.getContext("2d")
  pen?.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY))
  if (!blob) throw new ApiProblem({ code: "identity.bad_photo", status: 400 })
  return blob
}

async function change(method: "PUT" | "DELETE", body?: Blob): Promise<Response> {
  const address = `${API_BASE}/me/photo`
  const headers = body && { "Content-Type": body.type }
  const response = await authFetch(new Request(address, { method, body, headers }))
  if (!response.ok) throw await refusal(response)
  return response
}

export async function putPhoto(file: File): Promise<Profile> {
  const response = await change("PUT", await square(file))
  return (await response.json()) as Profile
}

export async function removePhoto(): Promise<void> {
  await change("DELETE")
}
