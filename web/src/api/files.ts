/** Files that only the person may fetch: receipts, exports. */
import { API_BASE, authFetch } from "./client"
import { refusal } from "./problem"

/** `path` below the API, "/payments/…/receipt.pdf". */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await authFetch(new Request(new URL(API_BASE + path, location.origin)))
  if (!response.ok) throw await refusal(response)
  return response.blob()
}
