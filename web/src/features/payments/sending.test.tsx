import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { enter } from "@/api/session"
import { pendingOrders } from "@/lib/pending-send"
import { open } from "@/testing/open"
import { answer, refuse, session } from "@/testing/server"

const RAVI = {
  id: "0198c5f1-0000-7000-8000-000000000001",
  name: "Ravi Kumar",
  phone: "+91 ••••• ••002",
  handle: "ravi@batua",
  photo_url: null,
  paid_before: true,
  last_paid_at: "2025-11-01T08:00:00Z",
}
const inr = (minor: number) => ({ minor, currency: "INR" })
const PAYMENT = {
  id: "0198c5f1-0000-7000-8000-0000000000aa",
  kind: "send",
  status: "succeeded",
  direction: "out",
  amount: inr(50_000),
  fee: inr(0),
  note: "Tea",
  reference: "7K2M9QXW4TBA",
  other: RAVI,
  request_id: null,
  created_at: "2025-11-20T09:30:00Z",
  settled_at: "2025-11-20T09:30:00Z",
  failure: null,
  balance_after: inr(70_000),
}

interface Heard {
  sends: { key: string | null; proof: string | null; body: unknown }[]
  pins: string[]
}

/** A server with Ravi, a wallet of ₹1,200, and what the test wants of the rest. */
function serve({ needsPin = false, send = accept }: { needsPin?: boolean; send?: (n: number) => Response } = {}): Heard {
  const heard: Heard = { sends: [], pins: [] }
  answer("get", "/me", session().person)
  answer("get", "/notifications", { items: [], next: null, unread: 0 })
  answer("get", "/events", () => new HttpResponse(null, { status: 503 }))
  answer("get", "/wallets", {
    items: [{ id: "w", currency: "INR", balance: inr(120_000), available: inr(120_000), pending_in: inr(0), pending_out: inr(0) }],
  })
  answer("post", "/payees/look-up", RAVI)
  answer("post", "/payments/check", {
    payee: RAVI,
    amount: inr(50_000),
    fee: inr(0),
    total: inr(50_000),
    paid_before: true,
    needs_pin: needsPin,
    reasons: needsPin ? ["amount"] : [],
    limits_left: { per_send: inr(1), day: inr(1), month: inr(1) },
    balance_after: inr(70_000),
  })
  answer("post", "/auth/step-up", async (request) => {
    const { pin } = (await request.json()) as { pin: string }
    heard.pins.push(pin)
    if (pin === "112358") return HttpResponse.json({ token: "proof", expires_at: "2025-11-20T09:35:00Z" })
    if (pin === "000000") return refuse("identity.pin_locked", 429, { facts: { until: "2025-11-20T09:45:00Z" } })
    return refuse("identity.wrong_pin", 403, { facts: { tries_left: 2 } })
  })
  answer("post", "/payments", async (request) => {
    heard.sends.push({
      key: request.headers.get("Idempotency-Key"),
      proof: request.headers.get("Step-Up-Token"),
      body: await request.json(),
    })
    return send(heard.sends.length)
  })
  answer("get", `/payments/${PAYMENT.id}`, PAYMENT)
  return heard
}

const accept = () => HttpResponse.json(PAYMENT, { status: 201 })

beforeEach(() => {
  enter(session())
})

async function typeAmount(digits = "500") {
  const shown = open(`/send/${RAVI.id}`)
  await shown.user.type(await screen.findByLabelText("Amount"), digits)
  return shown
}

async function toCheck() {
  const shown = await typeAmount()
  await shown.user.type(screen.getByLabelText("Note (optional)"), "Tea")
  await shown.user.click(screen.getByRole("button", { name: "Continue" }))
  const button = await screen.findByRole("button", { name: "Send ₹500 to Ravi Kumar" })
  return { ...shown, button }
}

describe("sending", () => {
  test("says who, how much and what it costs, then sends once and shows that it went", async () => {
    const heard = serve()
    const { user, button } = await toCheck()
    expect(screen.getByText(/You last paid this person/)).toBeVisible()
    expect(screen.getByText("Free")).toBeVisible()
    expect(screen.getByText("Tea")).toBeVisible()
    await user.dblClick(button)
    expect(await screen.findByText("Sent to Ravi Kumar")).toBeVisible()
    expect(heard.sends).toHaveLength(1)
    expect(heard.sends[0]).toMatchObject({
      proof: null,
      body: { payee: RAVI.id, amount: inr(50_000), note: "Tea" },
    })
    expect(pendingOrders()).toEqual([])
  })

  test("refuses more than there is before anything is asked", async () => {
    serve()
    await typeAmount("1200.01")
    expect(screen.getByText("That is more than you have.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled()
  })

  test("asks the PIN apart from the amount, says how many tries are left, and sends with the proof", async () => {
    const heard = serve({ needsPin: true })
    const { user, button } = await toCheck()
    await user.click(button)
    const sheet = await screen.findByRole("dialog", { name: "Your PIN" })
    await user.type(within(sheet).getByLabelText("Type your 6-digit PIN"), "111111")
    expect(await within(sheet).findByText("That is not your PIN. 2 tries are left.")).toBeVisible()
    expect(heard.sends).toEqual([])
    await user.type(within(sheet).getByLabelText("Type your 6-digit PIN"), "112358")
    expect(await screen.findByText("Sent to Ravi Kumar")).toBeVisible()
    expect(heard.pins).toEqual(["111111", "112358"])
    expect(heard.sends).toMatchObject([{ proof: "proof" }])
  })

  test("says until when a locked PIN is locked, and sends nothing", async () => {
    const heard = serve({ needsPin: true })
    const { user, button } = await toCheck()
    await user.click(button)
    const sheet = await screen.findByRole("dialog", { name: "Your PIN" })
    await user.type(within(sheet).getByLabelText("Type your 6-digit PIN"), "000000")
    expect(await within(sheet).findByText(/It is locked until 20 Nov 2025, 3:15/)).toBeVisible()
    expect(heard.sends).toEqual([])
  })

  test("says after a refusal that no money moved, and the next try is a new order", async () => {
    const heard = serve({
      send: (n) =>
        n === 1
          ? refuse("payments.day_limit_reached", 429, { facts: { limit: inr(1), left: inr(1) } })
          : accept(),
    })
    const { user, button } = await toCheck()
    await user.click(button)
    expect(await screen.findByText("No money moved.")).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Send ₹500 to Ravi Kumar" }))
    expect(await screen.findByText("Sent to Ravi Kumar")).toBeVisible()
    expect(heard.sends).toHaveLength(2)
    expect(heard.sends[0]?.key).not.toBe(heard.sends[1]?.key)
  })

  test("asks the PIN when only the server knew that it is needed", async () => {
    const heard = serve({
      send: (n) => (n === 1 ? refuse("identity.step_up_required", 403) : accept()),
    })
    const { user, button } = await toCheck()
    await user.click(button)
    const sheet = await screen.findByRole("dialog", { name: "Your PIN" })
    await user.type(within(sheet).getByLabelText("Type your 6-digit PIN"), "112358")
    expect(await screen.findByText("Sent to Ravi Kumar")).toBeVisible()
    expect(heard.sends).toMatchObject([{ proof: null }, { proof: "proof" }])
  })

  test("without an answer says that it is on its way, and ends with the same key", async () => {
    const heard = serve({ send: (n) => (n < 3 ? HttpResponse.error() : accept()) })
    const { user, button, router } = await toCheck()
    await user.click(button)
    expect(await screen.findByText("Sending ₹500 to Ravi Kumar")).toBeVisible()
    expect(router.state.location.pathname).toMatch(/^\/sending\//)
    window.dispatchEvent(new Event("online"))
    await waitFor(() => expect(heard.sends.length).toBeGreaterThan(1))
    window.dispatchEvent(new Event("online"))
    expect(await screen.findByText("Sent to Ravi Kumar")).toBeVisible()
    expect(new Set(heard.sends.map((send) => send.key)).size).toBe(1)
    expect(pendingOrders()).toEqual([])
  })
})
