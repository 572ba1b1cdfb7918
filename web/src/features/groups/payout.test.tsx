import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const inr = (minor: number) => ({ minor, currency: "INR" })
const ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
const VOTE = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e63"
const BANK = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e64"
const AT = "2026-11-21T09:30:00Z"
const asha = { id: "p1", name: "Asha Devi", phone: "+91 ••••• ••210", handle: null, photo_url: null }
const bina = { ...asha, id: "p2", name: "Bina Kumari" }
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
  me: { id: "m1", status: "active", role: "member", rights: ["read", "vote", "propose"], has_voice: true, joined_at: AT },
  my_share: inr(0),
  pot: { balance: inr(90_000), available: inr(90_000) },
  open_proposals: 0,
  needs: { votes: [], joins: 0, joins_by_vote: false, guarantees: [], instalment: null },
  constitution_version: 1,
  constitution: { schema: 1, admission: "officers", dues: [], loans: [], vote: { percent: 51, open_hours: 72 } },
}
const to = { masked: "HDFC •••• 6789", status: "chosen", reason: null, destination_id: BANK, withdrawal_id: null }
const vote = (more = {}) => ({
  id: VOTE,
  kind: "withdraw",
  status: "open",
  version: 1,
  asker: asha,
  is_mine: true,
  reason: "A pump",
  amount: inr(20_000),
  payee: asha,
  payout: null,
  may_choose_destination: true,
  subject: asha,
  loan_id: null,
  instalments: null,
  split: null,
  roles: [],
  changes: [],
  tally: { electors: 1, needed: 1, percent: 51, yes: 0, no: 0, abstain: 0, gone: 0, waiting: 1 },
  words: [],
  may_vote: false,
  needs_pin: false,
  mine: null,
  opened_at: AT,
  expires_at: AT,
  decided_at: null,
  lapses_at: null,
  executed_at: null,
  failure: null,
  ...more,
})

/** The screens are a chunk of their own, which a machine with much to do takes a while to read. */
const PATIENT = { timeout: 20_000 }
beforeAll(() => import("./GroupsScreens"), 60_000)

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${ID}`, group)
  const member = { status: "active", role: "member", has_voice: true, joined_at: AT, asked_at: AT }
  const items = [
    { ...member, id: "m1", person: asha },
    { ...member, id: "m2", person: bina },
  ]
  answer("get", `/groups/${ID}/members`, { items, next: null })
  answer("get", `/groups/${ID}/proposals/${VOTE}/ballots`, { items: [], next: null })
  const saved = { id: BANK, kind: "bank", masked: "HDFC •••• 6789", used_at: AT }
  answer("get", "/withdrawals/destinations", { items: [saved] })
})

describe("where money from a pot goes", () => {
  test("may be a bank account of mine when I ask for myself, and of nobody else", async () => {
    const bodies: unknown[] = []
    answer("post", `/groups/${ID}/proposals`, async (request) => {
      bodies.push(await request.json())
      return HttpResponse.json(vote({ payout: to }), { status: 201 })
    })
    answer("get", `/groups/${ID}/proposals/${VOTE}`, vote({ payout: to }))
    const { user } = open(`/groups/${ID}/ask`)
    await user.type(await screen.findByLabelText("How much?", {}, PATIENT), "200")
    await user.type(screen.getByLabelText("What for"), "A pump")
    await user.selectOptions(await screen.findByLabelText("Where to?", {}, PATIENT), "Bank account HDFC •••• 6789")
    await user.selectOptions(screen.getByLabelText("Who gets it"), "p2")
    expect(screen.queryByLabelText("Where to?")).toBeNull()
    await user.selectOptions(screen.getByLabelText("Who gets it"), "p1")
    await user.click(screen.getByRole("button", { name: "Ask the group" }))
    expect(await screen.findByText("Goes to the bank", {}, PATIENT)).toBeVisible()
    const asked = { kind: "withdraw", amount: inr(20_000), payee: "p1", reason: "A pump", destination: BANK }
    expect(bodies).toEqual([asked])
  })

  test("is changed by the payee on the question itself", async () => {
    const bodies: unknown[] = []
    answer("get", `/groups/${ID}/proposals/${VOTE}`, () =>
      HttpResponse.json(vote(bodies.length > 0 ? { payout: to } : {})),
    )
    answer("put", `/groups/${ID}/proposals/${VOTE}/destination`, async (request) => {
      bodies.push(await request.json())
      return HttpResponse.json(vote({ payout: to }))
    })
    const { user } = open(`/groups/${ID}/votes/${VOTE}`)
    await user.selectOptions(await screen.findByLabelText("Where to?", {}, PATIENT), BANK)
    expect(await screen.findByText("Goes to the bank", {}, PATIENT)).toBeVisible()
    expect(bodies).toEqual([{ destination: BANK }])
  })

  test("is read and not chosen by the others, also when it came back", async () => {
    const payout = { ...to, destination_id: null, status: "returned", reason: "account_closed" }
    const seen = vote({ payout, may_choose_destination: false, is_mine: false, status: "executed" })
    answer("get", `/groups/${ID}/proposals/${VOTE}`, seen)
    open(`/groups/${ID}/votes/${VOTE}`)
    expect(await screen.findByText("Came back to the wallet", {}, PATIENT)).toBeVisible()
    expect(screen.getByText("Bank account HDFC •••• 6789")).toBeVisible()
    expect(screen.queryByLabelText("Where to?")).toBeNull()
  })
})
