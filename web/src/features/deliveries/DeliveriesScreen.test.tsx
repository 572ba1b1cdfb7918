import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const delivery = {
  id: "0198c5f0-0000-7000-8000-0000000000d1",
  reference: "0198c5f0-0000-7000-8000-0000000000d2",
  provider: "twilio" as string | null,
  cost: null as { currency: string; micro: number; is_estimate: boolean } | null,
  person: "0198c5f0-0000-7000-8000-00000000000a",
  channel: "sms",
  kind: "group_loan_late",
  state: "failed",
  to: "+91 ••••• ••210",
  tries: 12,
  failure: "given_up" as string | null,
  provider_ref: null,
  status: null as string | null,
  reply: null as string | null,
  due_at: "2026-11-20T08:00:00Z",
  queued_at: "2026-11-20T08:00:00Z",
  ended_at: "2026-11-20T14:00:00Z" as string | null,
}
let asked: object[] = []

beforeEach(() => {
  enter(session())
  quiet()
  asked = []
})

test("an officer sees the provider's own word and what was answered to a call", async () => {
  const heard = { ...delivery, channel: "call", state: "sent", failure: null }
  const items = [{ ...heard, status: "teleported", reply: "wants_person" }]
  answer("post", "/deliveries/search", () => HttpResponse.json({ items, next: null }))
  open("/admin/deliveries")
  expect(await screen.findByText(/teleported/)).toHaveTextContent("talk to a person")
})

test("what failed is tried again and shown as it is then", async () => {
  let now = delivery
  answer("post", "/deliveries/search", async (request) => {
    asked.push((await request.json()) as object)
    return HttpResponse.json({ items: [now], next: null })
  })
  answer("post", `/deliveries/${delivery.id}/retry`, () => {
    now = { ...delivery, state: "queued", failure: null, tries: 0, ended_at: null }
    return HttpResponse.json(now, { status: 202 })
  })
  const { user } = open("/admin/deliveries")
  const row = await screen.findByText(/the channel never answered/)
  expect(row).toHaveTextContent("Failed · the channel never answered · An instalment is overdue")
  expect(row).toHaveTextContent("+91 ••••• ••210")
  expect(row).toHaveTextContent("12 tries")
  await user.click(screen.getByRole("button", { name: "Try again" }))
  expect(await screen.findByText(/^Waiting · /)).toBeVisible()
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull()
})

test("the log is asked for what is chosen, and for an address only when it is whole", async () => {
  answer("post", "/deliveries/search", async (request) => {
    asked.push((await request.json()) as object)
    return HttpResponse.json({ items: [], next: null })
  })
  const { user } = open("/admin/deliveries")
  expect(await screen.findByText("Nothing left the house that way.")).toBeVisible()
  const channel = screen.getByLabelText("Channel")
  await user.selectOptions(channel, within(channel).getByText("WhatsApp"))
  await user.click(screen.getByRole("button", { name: "More filters" }))
  await user.type(screen.getByLabelText("To this address"), "+919876543210")
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ state: null, channel: "whatsapp", to: "" }))
  await user.click(screen.getByRole("button", { name: "Look" }))
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ channel: "whatsapp", to: "+919876543210" }))
  const before = asked.length
  await user.click(screen.getByRole("button", { name: "Look" }))
  await waitFor(() => expect(asked).toHaveLength(before + 1))
  expect(asked.at(-1)).toMatchObject({ channel: "whatsapp", to: "+919876543210" })
  await user.click(screen.getByRole("button", { name: "Fewer filters" }))
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ channel: "whatsapp", to: "" }))
  expect(screen.queryByLabelText("To this address")).toBeNull()
  await user.click(screen.getByRole("button", { name: "Show everything" }))
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ channel: null, to: "" }))
})

test("somebody is looked for by number, handle or id, and never in an address line", async () => {
  const lines: string[] = []
  answer("post", "/deliveries/search", async (request) => {
    lines.push(request.url)
    asked.push((await request.json()) as object)
    return HttpResponse.json({ items: [], next: null })
  })
  const { user } = open("/admin/deliveries")
  const person = await screen.findByLabelText("Person")
  for (const [typed, named] of [
    ["+91 98765 43210", { phone: "+91 98765 43210" }],
    ["asha@batua", { handle: "asha@batua" }],
    [delivery.person, { person: delivery.person }],
  ] as const) {
    await user.clear(person)
    await user.type(person, typed)
    await user.click(screen.getByRole("button", { name: "Look" }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject(named))
  }
  expect(lines.join(" ")).not.toMatch(/asha|98765|\?/)
})

test("what a delivery cost is shown, and whether that is an estimate", async () => {
  const paid = { ...delivery, cost: { currency: "USD", micro: 7500, is_estimate: false } }
  const guessed = { ...delivery, id: "0198c5f0-0000-7000-8000-0000000000d3", cost: { currency: "USD", micro: 20000, is_estimate: true } }
  answer("post", "/deliveries/search", () => HttpResponse.json({ items: [paid, guessed], next: null }))
  open("/admin/deliveries")
  expect(await screen.findByText(/ \$0\.0075 /)).toBeVisible()
  expect(screen.getByText(/about \$0\.02 /)).toBeVisible()
})
