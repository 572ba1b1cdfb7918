import { screen, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"
import { placeOf, signOfKind } from "./signs"

const told = {
  id: "0198c5f0-0000-7000-8000-0000000000aa",
  kind: "received",
  title: "Money from Meena Rao",
  body: "Meena Rao sent you ₹125.00. It is in your wallet.",
  link: "/payments/0198c5f0-0000-7000-8000-0000000000ff",
  created_at: new Date().toISOString(),
  read_at: null as string | null,
  amount: null,
}
const old = { ...told, id: "0198c5f0-0000-7000-8000-0000000000ab", title: "Welcome to Batua", kind: "welcome", read_at: told.created_at }

beforeEach(() => {
  enter(session())
  quiet()
})

function serve(...items: (typeof told)[]) {
  const unread = items.filter((item) => !item.read_at).length
  answer("get", "/notifications", { items, next: null, unread })
}

test("what is new stands out, and is marked once all were read", async () => {
  serve(told, old)
  const marked: unknown[] = []
  answer("post", "/notifications/read", async (request) => {
    marked.push(await request.json())
    serve({ ...told, read_at: told.created_at }, old)
    return new Response(null, { status: 204 })
  })
  const { user } = open("/notifications")
  const row = within((await screen.findByText(told.title)).closest("li")!)
  expect(row.getByRole("img", { name: "New" })).toBeVisible()
  expect(screen.getAllByRole("img", { name: "New" })).toHaveLength(1)
  await user.click(screen.getByRole("button", { name: "I have read all" }))
  await expect.poll(() => screen.queryByRole("img", { name: "New" })).toBeNull()
  expect(marked).toEqual([{ all: true }])
})

test("opening one marks it alone and leads to the payment", async () => {
  serve(told, old)
  const marked: unknown[] = []
  answer("post", "/notifications/read", async (request) => {
    marked.push(await request.json())
    return new Response(null, { status: 204 })
  })
  answer("get", told.link, () => HttpResponse.json({}, { status: 404 }))
  const { user, router } = open("/notifications")
  await user.click(await screen.findByText(told.title))
  await expect.poll(() => router.state.location.pathname).toBe(told.link)
  expect(marked).toEqual([{ ids: [told.id], all: false }])
})

test("nothing yet is said in a sentence", async () => {
  serve()
  open("/notifications")
  expect(await screen.findByText("Nothing new")).toBeVisible()
})

test.each([
  ["received", "add"],
  ["sent", "send"],
  ["requested", "request"],
  ["request_paid", "request"],
  ["topped_up", "add"],
  ["withdrawal_failed", "withdraw"],
  ["new_device", "safety"],
  ["session_stolen", "safety"],
  ["something_of_tomorrow", "send"],
])("%s has the sign of %s", (kind, service) => {
  expect(signOfKind(kind).service).toBe(service)
})

test("what concerns safety leads to the devices", () => {
  expect(placeOf({ kind: "new_device", link: null })).toBe("/you/devices")
  expect(placeOf({ kind: "sent", link: "/payments/1" })).toBe("/payments/1")
  expect(placeOf({ kind: "welcome", link: null })).toBeNull()
})
