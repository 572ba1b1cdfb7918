/** What the tests of connections are given. */
import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { expect } from "vitest"
import { enter } from "@/api/session"
import type { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"
import type { Connection, Setting } from "./queries"

export const AT = "2026-11-20T08:00:00Z"
export const ME = session().person.id
export const OTHER = "0198c5f0-0000-7000-8000-00000000beef"
export const HOOK = "https://batua.example/api/v1/webhooks/razorpay"

export const setting = (field: string, more: Partial<Setting> = {}): Setting => ({
  field,
  help: "",
  is_secret: false,
  has_lines: false,
  is_set: false,
  value: null,
  ending: null,
  default: "",
  set_at: null,
  set_by: null,
  previous_until: null,
  ...more,
})

export const connection = (name: string, more: Partial<Connection> = {}): Connection => ({
  name,
  source: "kept",
  version: 3,
  is_connected: true,
  trouble: null,
  callbacks: [HOOK],
  settings: [
    setting("url", { default: "https://api.razorpay.com" }),
    setting("key_id", { is_set: true, value: "rzp_live_8Yk2", set_at: AT, set_by: ME }),
    setting("key_secret", { is_secret: true, is_set: true, ending: "x4Qz", set_at: AT, set_by: OTHER }),
    setting("webhook_secret", { is_secret: true }),
    setting("timeout_ms", { default: "4000" }),
  ],
  changed_at: AT,
  changed_by: ME,
  ...more,
})

export const calm = { undecided: 0, received: 0, rejected: 0, last_at: null as string | null }
export const rail = (one: Connection, is_well: boolean | null = true, traffic = calm) => ({ connection: one, is_well, traffic })
export const empty = { items: [], next: null }

/** An officer is here, and nothing was tried through anything. */
export function begin() {
  enter(session())
  quiet()
  answer("get", "/channels", { items: [connection("smtp", { source: "none", is_connected: false, callbacks: [] })] })
  answer("get", "/gateways/attempts", empty)
  answer("get", "/gateways/callbacks", empty)
  answer("get", "/gateways/callbacks/rejected", empty)
}

/** One provider, as `given` tells it at each question. */
export function razorpay(given: () => Connection = () => connection("razorpay")) {
  answer("get", "/gateways/providers/razorpay", () => HttpResponse.json(rail(given())))
}

type User = ReturnType<typeof open>["user"]

/** Pasted, as keys are: a letter at a time would only take longer. */
export async function fill(user: User, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

export async function prove(user: User, proof = "proof") {
  answer("post", "/auth/step-up", { token: proof, expires_at: "2026-11-20T08:05:00Z" })
  await fill(user, await screen.findByLabelText("Type your 6-digit PIN"), "482915")
  // It closes when what was kept has been read again.
  await waitFor(() => expect(screen.queryByLabelText("Type your 6-digit PIN")).toBeNull())
}
