/** Hand something to another app, or to the folder of downloads where there is no sharing. */

export type Shared = "shared" | "saved" | "copied" | "cancelled"

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a")
  const address = URL.createObjectURL(file)
  link.href = address
  link.download = name
  link.click()
  // The browser needs the address until it has begun to write the file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function isCancel(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError"
}

export async function shareFile(blob: Blob, name: string, text: string): Promise<Shared> {
  const file = new File([blob], name, { type: blob.type })
  const wanted = { files: [file], text }
  if ("canShare" in navigator && navigator.canShare(wanted)) {
    try {
      await navigator.share(wanted)
      return "shared"
    } catch (error) {
      // Some browsers refuse when the tap was too long ago; saving still works.
      if (isCancel(error)) return "cancelled"
    }
  }
  saveFile(blob, name)
  return "saved"
}

export async function shareText(text: string): Promise<Shared> {
  if ("share" in navigator) {
    try {
      await navigator.share({ text })
      return "shared"
    } catch (error) {
      if (isCancel(error)) return "cancelled"
    }
  }
  await navigator.clipboard.writeText(text)
  return "copied"
}
