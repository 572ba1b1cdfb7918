import { screen, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const inr = (minor: number) => ({ minor, currency: "INR" })
const ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
const VOTE = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e60"
const AT = "2026-11-21T09:30:00Z"
const face = (id: string, name: string) => ({
  id: `0198c5f0-0000-7000-8000-00000000000${id}`,
  name,
  phone: "+91 ••••• ••210",
  handle: null,
  photo_url: null,
})
const RAVI = face("1", "Ravi Kumar")
const MEERA = face("2", "Meera Nair")
const LEELA = face("3", "Leela Das")
const rules = {
  schema: 1,
  admission: "vote",
  max_members: 500,
  vote: { percent: 51, weighty_percent: 67, open_hours: 72, lapse_days: 7, second_factor_minor: 0, delegations: 2, delegation_days: 20 },
  dues: [],
  loans: [],
  reserve_minor: 0,
  escalation: { steps: [], quiet_from: 21, quiet_until: 9 },
}
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
  me: { id: "m1", status: "active", role: "chair", rights: ["read", "propose", "vote", "answer_joins"], has_voice: true, joined_at: AT },
  my_share: inr(0),
  pot: { balance: inr(0), available: inr(0) },
  picture_url: null,
  open_proposals: 1,
  needs: { votes: [], joins: 2, joins_by_vote: true, guarantees: [], instalment: null, dues: null },
  constitution_version: 1,
  constitution: rules,
}
const vote = (kind: string, subject: object) => ({
  id: VOTE,
  kind,
  status: "open",
  version: 1,
  asker: RAVI,
  is_mine: true,
  reason: "",
  amount: null,
  payee: null,
  subject,
  loan_id: null,
  instalments: null,
  split: null,
  roles: [],
  changes: [],
  tally: { electors: 2, needed: 2, percent: 51, yes: 0, no: 0, abstain: 0, gone: 0, waiting: 2 },
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
})
const page = (...items: object[]) => ({ items, next: null })
const member = (id: string, person: object, status = "active") => ({ id, person, role: "member", status, has_voice: true, saved: inr(0) })

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${ID}`, group)
  answer("get", `/groups/${ID}/transactions`, page())
  answer("get", `/groups/${ID}/members`, (request) => {
    const isAsked = new URL(request.url).searchParams.get("status") === "asked"
    const people = isAsked ? [member("m3", MEERA, "asked"), member("m4", LEELA, "asked")] : [member("m1", RAVI), member("m2", LEELA)]
    return HttpResponse.json(page(...people))
  })
})

test("who is voted on already is not put to a vote again, but another is", async () => {
  answer("get", `/groups/${ID}/proposals`, page(vote("admit", MEERA)))
  open(`/groups/${ID}`)
  const meera = within(await screen.findByRole("group", { name: "Meera Nair" }))
  expect(await meera.findByText("A vote on this is open.")).toBeVisible()
  expect(meera.getByRole("link", { name: "See the vote" })).toHaveAttribute("href", `/groups/${ID}/votes/${VOTE}`)
  expect(meera.queryByRole("button", { name: "Put it to a vote" })).toBeNull()
  const leela = within(screen.getByRole("group", { name: "Leela Das" }))
  expect(leela.getByRole("button", { name: "Put it to a vote" })).toBeEnabled()
})

test("the removal that is voted on already is not proposed again", async () => {
  answer("get", `/groups/${ID}/proposals`, page(vote("remove", LEELA)))
  const { user } = open(`/groups/${ID}/members`)
  await user.click(await screen.findByRole("button", { name: /Leela Das/ }))
  const sheet = within(await screen.findByRole("dialog", { name: "Ask the group" }))
  expect(await sheet.findByText("A vote is open on whether this person goes.")).toBeVisible()
  expect(sheet.getByRole("link", { name: "See the vote" })).toHaveAttribute("href", `/groups/${ID}/votes/${VOTE}`)
  expect(sheet.queryByRole("button", { name: "Propose removal" })).toBeNull()
})
