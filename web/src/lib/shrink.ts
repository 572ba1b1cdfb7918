/** A picture no larger than it need be, so that a photo of the phone does not cost megabytes. */
const QUALITY = 0.85

/** The file itself when it is no picture, small already, or cannot be drawn: the server judges it. */
export async function shrink(file: File, side: number): Promise<Blob> {
  if (!file.type.startsWith("image/")) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return file
  const scale = side / Math.max(picture.width, picture.height)
  if (scale >= 1) {
    picture.close()
    return file
  }
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY))
  return blob ?? file
}
