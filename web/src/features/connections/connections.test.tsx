import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import type { Connection, Setting } from "./queries"

const AT = "2026-11-20T08:00:00Z"
const ME = session().person.id
const OTHER = "0198c5f0-0000-7000-8000-00000000beef"
const HOOK = "https://batua.example/api/v1/webhooks/razorpay"

const setting = (field: string, more: Partial<Setting> = {}): Setting => ({
  field,
  help: "",
  is_secret: false,
  is_set: false,
  value: null,
  ending: null,
  default: "",
  set_at: null,
  set_by: null,
  previous_until: null,
  ...more,
})

const connection = (name: string, more: Partial<Connection> = {}): Connection => ({
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

const calm = { undecided: 0, received: 0, rejected: 0, last_at: null as string | null }
const rail = (one: Connection, is_well: boolean | null = true, traffic = calm) => ({ connection: one, is_well, traffic })
const empty = { items: [], next: null }

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", "/channels", { items: [connection("smtp", { source: "none", is_connected: false, callbacks: [] })] })
  answer("get", "/gateways/attempts", empty)
  answer("get", "/gateways/callbacks", empty)
  answer("get", "/gateways/callbacks/rejected", empty)
})

/** One provider, as `given` tells it at each question. */
function razorpay(given: () => Connection = () => connection("razorpay")) {
  answer("get", "/gateways/providers/razorpay", () => HttpResponse.json(rail(given())))
}

type User = ReturnType<typeof open>["user"]

/** Pasted, as keys are: a letter at a time would only take longer. */
async function fill(user: User, field: HTMLElement, text: string) {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

async function prove(user: User, proof = "proof") {
  answer("post", "/auth/step-up", { token: proof, expires_at: "2026-11-20T08:05:00Z" })
  await fill(user, await screen.findByLabelText("Type your 6-digit PIN"), "482915")
  // It closes when what was kept has been read again.
  await waitFor(() => expect(screen.queryByLabelText("Type your 6-digit PIN")).toBeNull())
}

test("each connection says by whose keys it stands, and what went wrong of late", async () => {
  const sandbox = [setting("url", { is_set: true, value: "http://127.0.0.1:8010/stripe" })]
  answer("get", "/gateways/providers", {
    items: [
      rail(connection("razorpay"), true, { undecided: 2, received: 1, rejected: 0, last_at: AT }),
      rail(connection("stripe", { source: "environment", settings: sandbox })),
      rail(connection("paystack", { source: "environment" }), false, { ...calm, rejected: 12 }),
      rail(connection("paytm", { is_connected: false, trouble: "Merchant key is too short." }), null),
    ],
  })
  open("/admin/connections")
  const row = async (name: RegExp) => screen.findByRole("link", { name })
  expect(await row(/^Razorpay/)).toHaveTextContent("keys in the databaseIt is well · 2 undecided · 1 callback")
  expect(await row(/^Stripe/)).toHaveTextContent("Connected to the sandbox: play money")
  expect(await row(/^Paystack/)).toHaveTextContent("It fails or is slow just now12 callbacks turned away")
  expect(await row(/^Paytm/)).toHaveTextContent("Its settings cannot be used")
  expect(await row(/^SMTP/)).toHaveTextContent("Not connected")
  expect(await row(/^SMTP/)).toHaveAttribute("href", "/admin/connections/smtp")
})

test("what cannot be read is said, and the rest is shown", async () => {
  answer("get", "/gateways/providers", () => refuse("kit.not_permitted", 403))
  open("/admin/connections")
  expect(await screen.findByText("This is not open to you")).toBeVisible()
  expect(await screen.findByRole("link", { name: /^SMTP/ })).toBeVisible()
})

test("what is typed is tried before it is kept, and a verdict is about what was tried", async () => {
  const tried: unknown[] = []
  razorpay()
  answer("post", "/gateways/providers/razorpay/test", async (request) => {
    tried.push(await request.json())
    const verdict = tried.length === 1 ? "wrong_key" : "ok"
    return HttpResponse.json({ verdict, status: verdict === "ok" ? 200 : 401, skew_s: 0 })
  })
  const { user } = open("/admin/connections/razorpay")
  const secret = await screen.findByLabelText("Key secret")
  await fill(user, secret, "wrong")
  await user.click(screen.getByText("Test before keeping"))
  expect(await screen.findByText("It does not know these keys")).toBeVisible()
  await fill(user, secret, "right")
  expect(screen.queryByText("It does not know these keys")).toBeNull()
  await user.click(screen.getByText("Test before keeping"))
  expect(await screen.findByText("It works")).toBeVisible()
  expect(tried).toEqual([{ values: { key_secret: "wrong" } }, { values: { key_secret: "right" } }])
})

test("a secret is never shown, and is kept with the PIN", async () => {
  const kept: unknown[] = []
  let now = connection("razorpay")
  razorpay(() => now)
  answer("put", "/gateways/providers/razorpay/keys", async (request) => {
    kept.push([request.headers.get("Step-Up-Token"), await request.json()])
    const settings = now.settings.map((one) =>
      one.field === "key_secret" ? { ...one, ending: "9zzz", previous_until: "2026-11-23T08:00:00Z" } : one,
    )
    now = { ...now, version: 4, settings }
    return HttpResponse.json(now)
  })
  const { user } = open("/admin/connections/razorpay")
  const secret = await screen.findByLabelText("Key secret")
  expect(secret).toHaveValue("")
  expect(secret).toHaveAttribute("type", "password")
  expect(await screen.findByText(/^Set, ends in x4Qz · since .*, by another officer \(id ends in beef\)$/)).toBeVisible()
  expect(screen.getByText("Keep")).toBeDisabled()
  await fill(user, secret, "the-new-one-9zzz")
  await user.selectOptions(screen.getByLabelText("Keep taking the old secret of callbacks for"), "3 days")
  await user.click(screen.getByText("Keep"))
  await prove(user)
  expect(await screen.findByText(/^Set, ends in 9zzz/)).toBeVisible()
  expect(screen.getByText(/^The one before is taken until/)).toBeVisible()
  expect(screen.getByLabelText("Key secret")).toHaveValue("")
  const body = { version: 3, values: { key_secret: "the-new-one-9zzz" }, keep_hours: 72 }
  expect(kept).toEqual([["proof", body]])
})

test("what is typed outlives somebody else's change, and the field that is refused is named", async () => {
  const asked: number[] = []
  let now = connection("razorpay")
  razorpay(() => now)
  answer("put", "/gateways/providers/razorpay/keys", async (request) => {
    const { version } = (await request.json()) as { version: number }
    asked.push(version)
    if (version === now.version) {
      const facts = { field: "values.key_secret", message: "is given again when the address changes" }
      return refuse("kit.bad_field", 400, { facts })
    }
    return refuse("kit.connection_changed", 409)
  })
  const { user } = open("/admin/connections/razorpay")
  const id = await screen.findByLabelText("Key id")
  expect(id).toHaveValue("rzp_live_8Yk2")
  await fill(user, id, "rzp_live_mine")
  now = { ...now, version: 4 }
  await user.click(screen.getByText("Keep"))
  await prove(user)
  expect(await screen.findByText("Somebody else has changed these settings meanwhile")).toBeVisible()
  expect(screen.getByText(/^What you typed is still here/)).toBeVisible()
  expect(id).toHaveValue("rzp_live_mine")
  await user.click(screen.getByText("Keep"))
  await prove(user)
  expect(await screen.findByText(/^Give it again: the address changes/)).toBeVisible()
  expect(screen.getByLabelText("Key secret")).toBeInvalid()
  expect(asked).toEqual([3, 4])
})

test("nothing of the environment is taken over into what is kept", async () => {
  const settings = [
    setting("key_id", { is_set: true, value: "rzp_env" }),
    setting("key_secret", { is_secret: true, is_set: true, ending: "envv" }),
  ]
  razorpay(() => connection("razorpay", { source: "environment", version: 0, changed_at: null, settings }))
  open("/admin/connections/razorpay")
  expect(await screen.findByLabelText("Key id")).toHaveValue("")
  expect(screen.getByText("By the environment: rzp_env")).toBeVisible()
  expect(screen.getByText("Set, ends in envv · by the environment")).toBeVisible()
  expect(screen.getByText(/^What you keep here stands in the place of all/)).toBeVisible()
  expect(screen.queryByRole("button", { name: "Take away what is kept" })).toBeNull()
})

test("one secret is taken away, and then all that is kept, after a question and the PIN", async () => {
  const asked: unknown[] = []
  let now = connection("razorpay")
  razorpay(() => now)
  answer("put", "/gateways/providers/razorpay/keys", async (request) => {
    asked.push(((await request.json()) as { values: object }).values)
    now = { ...now, version: 4 }
    return HttpResponse.json(now)
  })
  answer("delete", "/gateways/providers/razorpay/keys", (request) => {
    asked.push([new URL(request.url).search, request.headers.get("Step-Up-Token")])
    now = connection("razorpay", { source: "none", version: 5, is_connected: false })
    return HttpResponse.json(now)
  })
  const { user } = open("/admin/connections/razorpay")
  await user.click(await screen.findByRole("button", { name: "Take away: Key secret" }))
  expect(screen.getByText("It will be taken away when you keep this.")).toBeVisible()
  await user.click(screen.getByText("Keep"))
  await prove(user)
  await waitFor(() => expect(asked).toEqual([{ key_secret: null }]))
  await user.click(await screen.findByRole("button", { name: "Take away what is kept" }))
  const question = await screen.findByRole("dialog", { name: "Take away the keys of Razorpay?" })
  await user.click(within(question).getByRole("button", { name: "Take away what is kept" }))
  await prove(user, "another")
  expect(await screen.findByText("What was kept is taken away.")).toBeVisible()
  await waitFor(() => expect(asked).toEqual([{ key_secret: null }, ["?version=4", "another"]]))
  expect(await screen.findByText("Not connected")).toBeVisible()
})

test("the address to enter there is copied", async () => {
  razorpay()
  const { user } = open("/admin/connections/razorpay")
  expect(await screen.findByText(HOOK)).toBeVisible()
  await user.click(screen.getByRole("button", { name: "Copy" }))
  expect(await screen.findByText("The address is copied.")).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe(HOOK)
})

test("a channel is tested at its own address, and has no callbacks to look at", async () => {
  answer("post", "/channels/smtp/test", { verdict: "unreachable", status: null, skew_s: null })
  const { user } = open("/admin/connections/smtp")
  await user.click(await screen.findByRole("button", { name: "Test the connection" }))
  expect(await screen.findByText("Nobody answers at this address")).toBeVisible()
  expect(screen.queryByRole("button", { name: "Callbacks" })).toBeNull()
})

test("a name that nothing has is said so", async () => {
  answer("get", "/gateways/providers/nobody", () => refuse("kit.no_such_connection", 404))
  open("/admin/connections/nobody")
  expect(await screen.findByText("There is nothing of this name to connect")).toBeVisible()
})

test("an attempt tells why it went this way", async () => {
  razorpay()
  const attempt = {
    id: "0198c5f0-0000-7000-8000-0000000000a1",
    provider: "razorpay",
    direction: "in",
    amount: { minor: 50_000, currency: "INR" },
    state: "failed",
    failure: "declined",
    purpose: "payments.top_up",
    reference: "0198c5f0-0000-7000-8000-0000000000b1",
    follows: null,
    route: {
      taken: "razorpay",
      rule: "India",
      candidates: [
        { provider: "razorpay", standing: "taken", cost_minor: 1000 },
        { provider: "cashfree", standing: "unwell", cost_minor: null },
        { provider: "stripe", standing: "not_in_rule", cost_minor: null },
      ],
    },
    created_at: AT,
    changed_at: AT,
  }
  const asked: (string | null)[] = []
  answer("get", "/gateways/attempts", (request) => {
    asked.push(new URL(request.url).searchParams.get("state"))
    return HttpResponse.json({ items: [attempt], next: null })
  })
  const { user } = open("/admin/connections/razorpay")
  await user.selectOptions(await screen.findByLabelText("How far it has come"), "Failed")
  await waitFor(() => expect(asked.at(-1)).toBe("failed"))
  const row = await screen.findByRole("button", { name: /^₹500\.00 · Money in/ })
  expect(row).toHaveTextContent("Failed · the bank declined")
  await user.click(row)
  expect(await screen.findByText("Razorpay took it.")).toBeVisible()
  expect(screen.getByText("The rule “India” was the first that fitted.")).toBeVisible()
  expect(screen.getByText("Took it · costs ₹10.00")).toBeVisible()
  expect(screen.getByText("Failed or was slow then, so it came last")).toBeVisible()
  expect(screen.getByText("Was not named by the rule")).toBeVisible()
})

test("a callback that names an attempt is asked about anew, and what was turned away is counted", async () => {
  razorpay()
  const callback = {
    provider: "razorpay",
    event_id: "evt_1",
    kind: "payment_link.paid",
    attempt: "0198c5f0-0000-7000-8000-0000000000a1",
    state: "pending",
    signed_with: "previous",
    sent_at: AT,
    received_at: AT,
    copies: 2,
  }
  const stray = { ...callback, event_id: "evt_2", kind: "account.updated", attempt: null, state: null, copies: 1 }
  const asked: unknown[] = []
  answer("get", "/gateways/callbacks", { items: [callback, stray], next: null })
  answer("get", "/gateways/callbacks/rejected", {
    items: [{ provider: "razorpay", minute: AT, reason: "bad_signature", count: 7 }],
    next: null,
  })
  answer("post", "/gateways/callbacks/replay", async (request) => {
    asked.push(await request.json())
    return HttpResponse.json(callback, { status: 202 })
  })
  const { user } = open("/admin/connections/razorpay")
  await user.click(await screen.findByRole("button", { name: "Callbacks" }))
  expect(await screen.findByText(/Attempt: Waiting · came 2 times · signed with the secret before · evt_1$/)).toBeVisible()
  expect(screen.getByText(/Names no attempt of ours/)).toBeVisible()
  // Only one of the two names an attempt.
  await user.click(screen.getByRole("button", { name: "Ask anew" }))
  expect(await screen.findByText("The provider is asked anew.")).toBeVisible()
  expect(asked).toEqual([{ provider: "razorpay", event_id: "evt_1" }])
  await user.click(screen.getByRole("button", { name: "Turned away" }))
  expect(await screen.findByText("7 turned away")).toBeVisible()
  expect(screen.getByText(/^Not signed as agreed, or too old · /)).toBeVisible()
})
