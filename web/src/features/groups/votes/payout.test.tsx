import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Vote } from "@/api/groups"
import { enter } from "@/api/session"
import { AT, GROUP, VOTE, face, group, inr, member, page, vote } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const BANK = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e64"
const asha = { ...face(1, "Asha Devi"), id: "p1" }
const bina = { ...face(2, "Bina Kumari"), id: "p2" }
const to = { masked: "HDFC •••• 6789", status: "chosen", reason: null, destination_id: BANK, withdrawal_id: null } as const
const asked = (more: Partial<Vote> = {}) =>
  vote({ asker: asha, payee: asha, subject: asha, is_mine: true, may_choose_destination: true, reason: "A pump", ...more })

/** The screens are a chunk of their own, which a machine with much to do takes a while to read. */
const PATIENT = { timeout: 20_000 }
beforeAll(() => import("../GroupsScreens"), 60_000)

beforeEach(() => {
  enter(session())
  quiet()
  const pot = { balance: inr(90_000), available: inr(90_000) }
  answer("get", `/groups/${GROUP}`, group(["read", "vote", "propose"], { pot }))
  answer("get", `/groups/${GROUP}/members`, page(member("m1", asha), member("m2", bina)))
  answer("get", `/groups/${GROUP}/proposals/${VOTE}/ballots`, page())
  const saved = { id: BANK, kind: "bank", masked: "HDFC •••• 6789", used_at: AT }
  answer("get", "/withdrawals/destinations", { items: [saved] })
})

describe("where money from a pot goes", () => {
  test("may be a bank account of mine when I ask for myself, and of nobody else", async () => {
    const bodies: unknown[] = []
    answer("post", `/groups/${GROUP}/proposals`, async (request) => {
      bodies.push(await request.json())
      return HttpResponse.json(asked({ payout: to }), { status: 201 })
    })
    answer("get", `/groups/${GROUP}/proposals/${VOTE}`, asked({ payout: to }))
    const { user } = open(`/groups/${GROUP}/ask`)
    await user.type(await screen.findByLabelText("How much?", {}, PATIENT), "200")
    await user.type(screen.getByLabelText("What for"), "A pump")
    await user.selectOptions(await screen.findByLabelText("Where to?", {}, PATIENT), "Bank account HDFC •••• 6789")
    await user.selectOptions(screen.getByLabelText("Who gets it"), "p2")
    expect(screen.queryByLabelText("Where to?")).toBeNull()
    await user.selectOptions(screen.getByLabelText("Who gets it"), "p1")
    await user.click(screen.getByRole("button", { name: "Ask the group" }))
    expect(await screen.findByText("Goes to the bank", {}, PATIENT)).toBeVisible()
    const order = { kind: "withdraw", amount: inr(20_000), payee: "p1", reason: "A pump", destination: BANK }
    expect(bodies).toEqual([order])
  })

  test("is changed by the payee on the question itself", async () => {
    const bodies: unknown[] = []
    answer("get", `/groups/${GROUP}/proposals/${VOTE}`, () =>
      HttpResponse.json(asked(bodies.length > 0 ? { payout: to } : {})),
    )
    answer("put", `/groups/${GROUP}/proposals/${VOTE}/destination`, async (request) => {
      bodies.push(await request.json())
      return HttpResponse.json(asked({ payout: to }))
    })
    const { user } = open(`/groups/${GROUP}/votes/${VOTE}`)
    await user.selectOptions(await screen.findByLabelText("Where to?", {}, PATIENT), BANK)
    expect(await screen.findByText("Goes to the bank", {}, PATIENT)).toBeVisible()
    expect(bodies).toEqual([{ destination: BANK }])
  })

  test("is read and not chosen by the others, also when it came back", async () => {
    const payout = { ...to, destination_id: null, status: "returned" as const, reason: "account_closed" }
    const seen = asked({ payout, may_choose_destination: false, is_mine: false, status: "executed" })
    answer("get", `/groups/${GROUP}/proposals/${VOTE}`, seen)
    open(`/groups/${GROUP}/votes/${VOTE}`)
    expect(await screen.findByText("Came back to the wallet", {}, PATIENT)).toBeVisible()
    expect(screen.getByText("Bank account HDFC •••• 6789")).toBeVisible()
    expect(screen.queryByLabelText("Where to?")).toBeNull()
  })
})
