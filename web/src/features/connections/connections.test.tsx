import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { open } from "@/testing/open"
import { answer, refuse } from "@/testing/server"
import { AT, begin, calm, connection, HOOK, rail, razorpay, setting } from "./given"

beforeEach(begin)

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
