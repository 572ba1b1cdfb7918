/** How a connection stands: by whose settings, and the sign for it. */
import type { Look } from "@/ui/layout/Mark"
import type { Connection } from "./queries"

export type Standing = "kept" | "environment" | "sandbox" | "broken" | "none"

const HERE = ["localhost", "127.0.0.1", "[::1]"]

/** Keys that go to an address on this very machine go to the stand-in, not to the provider. */
function isSandbox({ settings }: Connection): boolean {
  const url = settings.find(({ field }) => field === "url")?.value
  return Boolean(url) && URL.canParse(url ?? "") && HERE.includes(new URL(url ?? "").hostname)
}

export function standingOf(connection: Connection): Standing {
  if (connection.trouble) return "broken"
  if (!connection.is_connected) return "none"
  if (isSandbox(connection)) return "sandbox"
  return connection.source
}

export const LOOKS: Record<Standing, Look> = {
  kept: { icon: "check", colour: "success-main" },
  environment: { icon: "check", colour: "success-main" },
  sandbox: { icon: "info", colour: "warning-main" },
  broken: { icon: "warn", colour: "error-main" },
  none: { icon: "close", colour: "text-secondary" },
}
