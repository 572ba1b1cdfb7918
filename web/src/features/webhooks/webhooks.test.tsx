import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const ID = "0198c5f0-0000-7000-8000-0000000000e1"
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
const endpoint = {
  id: ID,
  url: "https://books.example.org/in",
  description: "Books",
  kinds: ["payments.sent"],
  state: "enabled",
  paused_because: null as string | null,
  paused_at: null,
  previous_until: null,
  failing_since: null,
  made_at: "2026-11-20T08:00:00Z",
  changed_at: "2026-11-20T08:00:00Z",
}
const delivery = {
  id: "0198c5f0-0000-7000-8000-0000000000d1",
  endpoint: ID,
  message: "evt_0198c5f0000070008000000000000001",
  kind: "payments.sent",
  state: "failed",
  failure: "given_up",
  tries: 10,
  due_at: "2026-11-20T08:00:00Z",
  queued_at: "2026-11-20T08:00:00Z",
  ended_at: "2026-11-20T08:00:00Z",
}

beforeEach(() => {
  enter(session())
  quiet()
})

test("an address is registered, and its secret is shown", async () => {
  const asked: object[] = []
  const kinds = ["payments.sent", "payments.topped_up", "groups.joined"]
  const items = kinds.map((kind) => ({ kind, summary: "It happened.", schema: {} }))
  answer("get", "/webhook-kinds", () => HttpResponse.json({ items }))
  answer("post", "/webhook-endpoints", async (request) => {
    asked.push((await request.json()) as object)
    return HttpResponse.json({ ...endpoint, secret: SECRET }, { status: 201 })
  })
  const { user } = open("/admin/webhooks/new")
  await user.type(await screen.findByLabelText("Address"), "https://books.example.org/in")
  expect(screen.getByRole("button", { name: "Register" })).toBeDisabled()
  await user.click(screen.getByLabelText("payments.sent"))
  await user.click(screen.getByLabelText("groups.joined"))
  await user.click(screen.getByRole("button", { name: "Register" }))
  expect(await screen.findByTestId("secret")).toHaveTextContent(SECRET)
  const wanted = { url: "https://books.example.org/in", description: "", kinds: ["payments.sent", "groups.joined"] }
  expect(asked).toEqual([wanted])
})

test("what failed is looked at and sent again", async () => {
  let now = delivery
  answer("get", `/webhook-endpoints/${ID}`, () => HttpResponse.json(endpoint))
  answer("get", "/webhook-deliveries", () => HttpResponse.json({ items: [now], next: null }))
  answer("get", `/webhook-deliveries/${delivery.id}`, () =>
    HttpResponse.json({
      delivery: now,
      body: '{"type":"payments.sent"}',
      tries: [
        { number: 10, began_at: now.queued_at, outcome: "refused", status: 500, took_ms: 3, answer: "sorry" },
        { number: 9, began_at: now.queued_at, outcome: null, status: null, took_ms: null, answer: null },
      ],
    }),
  )
  answer("post", `/webhook-deliveries/${delivery.id}/replay`, () => {
    now = { ...delivery, state: "delivered" }
    return HttpResponse.json(now, { status: 202 })
  })
  const { user } = open(`/admin/webhooks/${ID}`)
  await user.click(await screen.findByText(/^Failed · it was never taken/))
  expect(await screen.findByText("Refused · 500")).toBeVisible()
  expect(screen.getByText("Under way, or cut off")).toBeVisible()
  expect(screen.getByText("sorry")).toBeVisible()
  await user.click(screen.getByRole("button", { name: "Send again" }))
  expect(await screen.findByText(/^Taken · /)).toBeVisible()
})

test("a paused endpoint is switched on, and nothing is replayed before", async () => {
  let now = { ...endpoint, state: "paused", paused_because: "failing" as string | null }
  answer("get", `/webhook-endpoints/${ID}`, () => HttpResponse.json(now))
  answer("get", "/webhook-deliveries", () => HttpResponse.json({ items: [], next: null }))
  answer("patch", `/webhook-endpoints/${ID}`, () => {
    now = { ...endpoint }
    return HttpResponse.json(now)
  })
  const { user } = open(`/admin/webhooks/${ID}`)
  expect(await screen.findByText("Paused: it took nothing for three days")).toBeVisible()
  expect(screen.queryByRole("button", { name: "Send what failed again" })).toBeNull()
  await user.click(screen.getByRole("button", { name: "Switch on" }))
  await waitFor(() => expect(screen.getByRole("button", { name: "Send what failed again" })).toBeVisible())
})

test("endpoints are listed by what they are for", async () => {
  answer("get", "/webhook-endpoints", () => HttpResponse.json({ items: [endpoint] }))
  open("/admin/webhooks")
  const row = await screen.findByRole("link", { name: /Books/ })
  expect(row).toHaveTextContent("Switched on · books.example.org · Kinds: 1")
})
