/** The proof that the person knows the PIN; it is held in memory, for one order, and never kept. */
import { api, ask } from "./client"

export async function proveByPin(pin: string): Promise<string> {
  return (await ask(api.POST("/auth/step-up", { body: { pin } }))).token
}
