import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const inr = (minor: number) => ({ minor, currency: "INR" })
const ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
const LINE = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e61"
const TOP_UP = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e62"
const AT = "2026-11-21T09:30:00Z"
const group = {
  id: ID,
  kind: "simple_pot",
  name: "Friends of the well",
  purpose: "",
  currency: "INR",
  is_women_only: false,
  members: 2,
  is_over: false,
  created_at: AT,
  me: { id: "m1", status: "active", role: "member", rights: ["read", "contribute"], has_voice: true, joined_at: AT },
  my_share: inr(0),
  pot: { balance: inr(0), available: inr(0) },
  open_proposals: 0,
  needs: { votes: [], joins: 0, joins_by_vote: false, guarantees: [], instalment: null },
  constitution_version: 1,
  constitution: { schema: 1, admission: "officers", dues: [], loans: [] },
}
const line = (more = {}) => ({
  id: LINE,
  kind: "contribution",
  status: "pending",
  member_id: "m1",
  person: { id: "p1", name: "Ravi Kumar", phone: "+91 ••••• ••210", handle: null, photo_url: null },
  amount: inr(20_000),
  note: "",
  proposal_id: null,
  balance_after: null,
  failure: null,
  checkout: { top_up_id: TOP_UP, url: null, expires_at: AT, kept: null },
  receipts: 0,
  created_at: AT,
  settled_at: null,
  ...more,
})

/** The screens are a chunk of their own, which a machine with much to do takes a while to read. */
const PATIENT = { timeout: 20_000 }
beforeAll(() => import("./GroupsScreens"), 60_000)

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${ID}`, group)
  answer("get", `/groups/${ID}/transactions/${LINE}/receipts`, { items: [] })
  answer("get", "/wallets", { items: [], next: null })
})

describe("paying into a pot from outside", () => {
  test("asks no wallet, and comes to where the state is shown", async () => {
    const bodies: unknown[] = []
    answer("post", `/groups/${ID}/transactions`, async (request) => {
      bodies.push(await request.json())
      return HttpResponse.json(line(), { status: 201 })
    })
    answer("get", `/groups/${ID}/transactions/${LINE}`, line())
    const { user } = open(`/groups/${ID}/contribute`)
    await user.type(await screen.findByLabelText("How much?", {}, PATIENT), "200")
    await user.click(screen.getByRole("button", { name: "By card, UPI or bank" }))
    await user.click(screen.getByRole("button", { name: "Continue" }))
    await user.click(await screen.findByRole("button", { name: "On to pay ₹200" }, PATIENT))
    expect(await screen.findByText("Waiting for the money", {}, PATIENT)).toBeVisible()
    expect(bodies).toEqual([{ amount: inr(20_000), note: "", pay_by: "checkout" }])
  })

  test("has the provider asked anew, and then shows that it is in the pot", async () => {
    let hasCome = false
    answer("get", `/groups/${ID}/transactions/${LINE}`, () =>
      HttpResponse.json(hasCome ? line({ status: "succeeded", balance_after: inr(20_000) }) : line()),
    )
    answer("post", `/top-ups/${TOP_UP}/ask`, () => {
      hasCome = true
      return HttpResponse.json({ id: TOP_UP, status: "succeeded" })
    })
    const { user } = open(`/groups/${ID}/statement/${LINE}`)
    await user.click(await screen.findByRole("button", { name: "I have paid – ask now" }, PATIENT))
    expect(await screen.findByText("It is in the pot", {}, PATIENT)).toBeVisible()
  })

  test("says why it did not reach the pot, and where the money is", async () => {
    const checkout = { top_up_id: TOP_UP, url: null, expires_at: AT, kept: inr(20_000) }
    answer("get", `/groups/${ID}/transactions/${LINE}`, line({ status: "failed", failure: "member_left", checkout }))
    open(`/groups/${ID}/statement/${LINE}`)
    expect(await screen.findByText(/The membership had ended/, {}, PATIENT)).toBeVisible()
    expect(screen.getByText("₹200 of it stayed in your wallet.")).toBeVisible()
  })
})
