/** End the session on the server, then forget everything here, even when the server is away. */
import { api } from "./client"
import { leave } from "./session"

export async function signOut(): Promise<void> {
  try {
    await api.POST("/auth/logout")
  } finally {
    await leave()
  }
}
