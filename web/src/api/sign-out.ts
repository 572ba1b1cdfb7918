/** End the session on the server, then forget everything here, even when the server is away. */
import { api } from "./client"
import { leave } from "./session"

export async function signOut(): Promise<void> {
  // Without an answer the server keeps the session, which the list of devices shows and ends.
  await api.POST("/auth/logout", { body: {} }).catch(() => undefined)
  await leave()
}
