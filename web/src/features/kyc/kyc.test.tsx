import { screen, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const ID = "0198c5f0-0000-7000-8000-0000000000f1"
const AT = "2026-11-20T08:00:00Z"
const asked = {
  id: ID,
  claim: "woman",
  way: "video_call",
  state: "asked",
  is_good: false,
  asked_at: AT,
  confirmed_at: null as string | null,
  how: null as string | null,
  until: null,
  ended_at: null as string | null,
  reason: null as string | null,
}
const good = { ...asked, state: "confirmed", is_good: true, confirmed_at: AT, how: "in_person" }
const person = { id: "0198c5f0-0000-7000-8000-00000000000a", name: "Asha Devi", phone: "+919876543210", handle: null, language: "hi" }
const atDesk = (found: typeof asked) => ({ ...found, person, confirmed_by: null })

beforeEach(() => {
  enter(session())
  quiet()
})

test("she asks in the way she likes, and takes it back", async () => {
  let items: object[] = []
  const bodies: object[] = []
  answer("get", "/verifications", () => HttpResponse.json({ items }))
  answer("post", "/verifications", async (request) => {
    bodies.push((await request.json()) as object)
    items = [asked]
    return HttpResponse.json(asked, { status: 201 })
  })
  answer("post", `/verifications/${ID}/take-back`, () => {
    const over = { ...asked, state: "taken_back", ended_at: AT }
    items = [over]
    return HttpResponse.json(over)
  })
  const { user } = open("/you/verification")
  expect(await screen.findByText("Documents, pictures, numbers, notes.")).toBeVisible()
  await user.selectOptions(await screen.findByLabelText("How would you like to be met?"), "video_call")
  await user.click(screen.getByRole("button", { name: "Ask to be verified" }))
  expect(await screen.findByText("You have asked")).toBeVisible()
  expect(screen.getByText(/by video call/)).toBeVisible()
  expect(bodies).toEqual([{ claim: "woman", way: "video_call" }])
  expect(screen.queryByRole("button", { name: "Ask to be verified" })).toBeNull()
  await user.click(screen.getByRole("button", { name: "Take it back" }))
  const sheet = await screen.findByRole("dialog")
  await user.click(within(sheet).getByRole("button", { name: "Take it back" }))
  expect(await screen.findByText("Ask again")).toBeVisible()
})

test("what was confirmed shows, and nothing more is asked for", async () => {
  answer("get", "/verifications", { items: [good] })
  open("/you/verification")
  expect(await screen.findByText("Verified as a woman")).toBeVisible()
  expect(screen.queryByRole("button", { name: "Ask to be verified" })).toBeNull()
})

test("what was withdrawn shows with its reason", async () => {
  answer("get", "/verifications", {
    items: [{ ...good, state: "withdrawn", is_good: false, ended_at: AT, reason: "mistake" }],
  })
  open("/you/verification")
  expect(await screen.findByText("It was confirmed by mistake.")).toBeVisible()
  expect(screen.getByText(/You stay in every group/)).toBeVisible()
})

test("an officer confirms whoever waits, and hears when another was first", async () => {
  let items = [atDesk(asked)]
  const bodies: object[] = []
  answer("get", "/verifications/waiting", () => HttpResponse.json({ items, next: null }))
  answer("post", `/verifications/${ID}/confirm`, async (request) => {
    bodies.push((await request.json()) as object)
    if (bodies.length === 1) return refuse("kyc.moved_on", 409)
    items = []
    return HttpResponse.json(atDesk(good))
  })
  const { user } = open("/admin/verifications")
  expect(await screen.findByText("Asha Devi")).toBeVisible()
  await user.click(screen.getByRole("button", { name: "Confirm" }))
  const sheet = await screen.findByRole("dialog")
  await user.selectOptions(within(sheet).getByLabelText("How was she met?"), "in_person")
  await user.click(within(sheet).getByRole("button", { name: "Confirm" }))
  expect(await within(sheet).findByText("This was decided meanwhile")).toBeVisible()
  await user.click(within(sheet).getByRole("button", { name: "Confirm" }))
  expect(await screen.findByText("Nobody waits.")).toBeVisible()
  expect(bodies).toEqual([{ how: "in_person", until: null }, { how: "in_person", until: null }])
})

test("one person is looked for, and a confirmation is withdrawn with a reason", async () => {
  const looked: object[] = []
  const reasons: object[] = []
  let now = atDesk(good)
  answer("get", "/verifications/waiting", { items: [], next: null })
  answer("post", "/verifications/find", async (request) => {
    looked.push((await request.json()) as object)
    return HttpResponse.json({ items: [now], next: null })
  })
  answer("post", `/verifications/${ID}/withdraw`, async (request) => {
    reasons.push((await request.json()) as object)
    now = atDesk({ ...good, state: "withdrawn", is_good: false, ended_at: AT, reason: "misused" })
    return HttpResponse.json(now)
  })
  const { user } = open("/admin/verifications")
  await user.type(await screen.findByLabelText("Look for one person"), "+91 98765 43210")
  await user.click(screen.getByRole("button", { name: "Look" }))
  await user.click(await screen.findByRole("button", { name: "Withdraw" }))
  const sheet = await screen.findByRole("dialog")
  await user.selectOptions(within(sheet).getByLabelText("Why?"), "misused")
  await user.click(within(sheet).getByRole("button", { name: "Withdraw" }))
  expect(await screen.findByText(/^Withdrawn · .* · It was misused$/)).toBeVisible()
  expect(looked[0]).toEqual({ phone: "+919876543210" })
  expect(reasons).toEqual([{ reason: "misused" }])
})

test("a group for women that refuses leads to the verification", async () => {
  answer("get", "/verifications", { items: [] })
  const glimpse = { id: ID, kind: "simple_pot", name: "Sisters", purpose: "", currency: "INR", is_women_only: true, members: 3 }
  answer("post", "/groups/invites/look", glimpse)
  answer("post", "/groups/join", () => refuse("groups.women_only", 403))
  const { user } = open("/groups/join#secret")
  await user.click(await screen.findByRole("button", { name: /Sisters/ }))
  await user.click(await screen.findByRole("link", { name: "Be verified" }))
  expect(await screen.findByRole("heading", { name: "Verification" })).toBeVisible()
})
