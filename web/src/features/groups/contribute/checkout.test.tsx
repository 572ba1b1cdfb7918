import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { enter } from "@/api/session"
import { AT, GROUP, RAVI, group, inr, page } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const LINE = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e61"
const TOP_UP = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e62"
const line = (more = {}) => ({
  id: LINE,
  kind: "contribution",
  status: "pending",
  member_id: "m1",
  person: RAVI,
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
beforeAll(() => import("../GroupsScreens"), 60_000)

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${GROUP}`, group(["read", "contribute"]))
  answer("get", `/groups/${GROUP}/transactions/${LINE}/receipts`, { items: [] })
  answer("get", "/wallets", page())
})

describe("paying into a pot from outside", () => {
  test("asks no wallet, and comes to where the state is shown", async () => {
    const bodies: unknown[] = []
    answer("post", `/groups/${GROUP}/transactions`, async (request) => {
      bodies.push(await request.json())
      return HttpResponse.json(line(), { status: 201 })
    })
    answer("get", `/groups/${GROUP}/transactions/${LINE}`, line())
    const { user } = open(`/groups/${GROUP}/contribute`)
    await user.type(await screen.findByLabelText("How much?", {}, PATIENT), "200")
    await user.click(screen.getByRole("button", { name: "By card, UPI or bank" }))
    await user.click(screen.getByRole("button", { name: "Continue" }))
    await user.click(await screen.findByRole("button", { name: "On to pay ₹200" }, PATIENT))
    expect(await screen.findByText("Waiting for the money", {}, PATIENT)).toBeVisible()
    expect(bodies).toEqual([{ amount: inr(20_000), note: "", pay_by: "checkout" }])
  })

  test("has the provider asked anew, and then shows that it is in the pot", async () => {
    let hasCome = false
    answer("get", `/groups/${GROUP}/transactions/${LINE}`, () =>
      HttpResponse.json(hasCome ? line({ status: "succeeded", balance_after: inr(20_000) }) : line()),
    )
    answer("post", `/top-ups/${TOP_UP}/ask`, () => {
      hasCome = true
      return HttpResponse.json({ id: TOP_UP, status: "succeeded" })
    })
    const { user } = open(`/groups/${GROUP}/statement/${LINE}`)
    await user.click(await screen.findByRole("button", { name: "I have paid – ask now" }, PATIENT))
    expect(await screen.findByText("It is in the pot", {}, PATIENT)).toBeVisible()
  })

  test("says why it did not reach the pot, and where the money is", async () => {
    const checkout = { top_up_id: TOP_UP, url: null, expires_at: AT, kept: inr(20_000) }
    answer("get", `/groups/${GROUP}/transactions/${LINE}`, line({ status: "failed", failure: "member_left", checkout }))
    open(`/groups/${GROUP}/statement/${LINE}`)
    expect(await screen.findByText(/The membership had ended/, {}, PATIENT)).toBeVisible()
    expect(screen.getByText("₹200 of it stayed in your wallet.")).toBeVisible()
  })
})
