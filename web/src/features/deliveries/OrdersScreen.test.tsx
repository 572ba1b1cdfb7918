import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import type { Order } from "./orders"

const order = (kind: string, more: Partial<Order> = {}): Order => ({
  kind,
  channels: [],
  confirm_s: 1800,
  sayable: ["email", "sms", "call"],
  is_changed: false,
  may_change: true,
  is_alarm: false,
  ...more,
})

let items: Order[] = []
let given: unknown[] = []

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", "/me", { ...session().person, roles: ["person", "admin"] })
  given = []
  items = [
    order("new_device", { channels: ["email", "sms"], is_alarm: true }),
    order("received"),
    order("group_loan_late", { may_change: false }),
    order("a_new_kind", { is_changed: true, confirm_s: 77, channels: ["sms", "call"] }),
  ]
  answer("get", "/notifications/orders", () => HttpResponse.json({ items }))
})

test("each kind says its channels in their order", async () => {
  const { user } = open("/admin/orders")
  expect(await screen.findByText("E-mail, then Text message · Safety: goes first, at any hour")).toBeVisible()
  expect(screen.getByText("Only in the app")).toBeVisible()
  expect(screen.getByText("goes by steps of its own")).toBeVisible()
  expect(screen.getByRole("button", { name: /^a new kind/ })).toHaveTextContent("your own order")
  // What goes by steps of its own cannot be opened.
  expect(screen.queryByRole("button", { name: /overdue/ })).toBeNull()
  await user.type(screen.getByLabelText("Search kinds"), "nobody")
  expect(screen.getByText("No kind is like that.")).toBeVisible()
})

test("an order is changed, and a refusal keeps what was chosen", async () => {
  let isRefused = true
  answer("put", "/notifications/orders/new_device", async (request) => {
    given.push(await request.json())
    if (isRefused) return refuse("notifications.bad_order", 400)
    items = [order("new_device", { channels: ["sms", "email", "call"], is_alarm: true, is_changed: true })]
    return HttpResponse.json(items[0])
  })
  const { user } = open("/admin/orders")
  await user.click(await screen.findByRole("button", { name: /^A new device signed in/ }))
  const sheet = within(await screen.findByRole("dialog", { name: "A new device signed in" }))
  await user.click(sheet.getByRole("button", { name: "Move Text message up" }))
  await user.click(sheet.getByRole("button", { name: "Call" }))
  await user.selectOptions(sheet.getByLabelText("If nobody confirms that it arrived, go on after"), "5 minutes")
  await user.click(sheet.getByRole("button", { name: "Keep" }))
  expect(await sheet.findByText("A message cannot leave in this order")).toBeVisible()
  isRefused = false
  await user.click(sheet.getByRole("button", { name: "Keep" }))
  expect(await screen.findByText(/^Text message, then E-mail, then Call/)).toBeVisible()
  const wanted = { channels: ["sms", "email", "call"], confirm_s: 300 }
  expect(given).toEqual([wanted, wanted])
})

test("the house's own order is put back, and nobody is left without a warning", async () => {
  answer("put", "/notifications/orders/a_new_kind", async (request) => {
    given.push(await request.json())
    return HttpResponse.json(order("a_new_kind"))
  })
  const { user } = open("/admin/orders")
  await user.click(await screen.findByRole("button", { name: /^A new device signed in/ }))
  await user.click(screen.getByRole("button", { name: "Take out E-mail" }))
  await user.click(screen.getByRole("button", { name: "Take out Text message" }))
  expect(screen.getByText("Without a channel nobody hears of it outside of the app.")).toBeVisible()
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Close" }))
  await user.click(screen.getByRole("button", { name: /^a new kind/ }))
  expect(screen.getByRole("option", { name: "77 seconds" })).toBeInTheDocument()
  await user.click(screen.getByRole("button", { name: "Put the house's own order back" }))
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
  expect(given).toEqual([{ channels: null, confirm_s: 77 }])
})

test("support may look, and not change", async () => {
  answer("get", "/me", { ...session().person, roles: ["person", "support"] })
  open("/admin/orders")
  expect(await screen.findByText("You may look; an administrator changes it.")).toBeVisible()
  expect(screen.queryByRole("button", { name: /^A new device/ })).toBeNull()
})
