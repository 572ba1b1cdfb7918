import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"
import { dayChoices, untilOf } from "./delegation-days"

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
const rules = {
  schema: 1,
  admission: "officers",
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
  me: { id: "m1", status: "active", role: "chair", rights: ["read", "propose", "vote", "describe"], has_voice: true, joined_at: AT },
  my_share: inr(0),
  pot: { balance: inr(200_000), available: inr(200_000) },
  picture_url: null,
  open_proposals: 0,
  needs: { votes: [], joins: 0, joins_by_vote: false, guarantees: [], instalment: null, dues: null },
  constitution_version: 2,
  constitution: rules,
}
const page = (...items: object[]) => ({ items, next: null })
const member = (id: string, person: object) => ({ id, person, role: "member", status: "active", has_voice: true, saved: inr(0) })

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${ID}`, group)
  answer("get", `/groups/${ID}/members`, page(member("m1", RAVI), member("m2", MEERA)))
})

test("what was asked is changed, and says that its votes were cleared", async () => {
  const asked = { amount: inr(50_000), version: 1, tally: { electors: 2, needed: 2, percent: 51, yes: 1, no: 0, abstain: 0, gone: 0, waiting: 1 } }
  const vote = (more: object) => ({
    id: VOTE,
    kind: "withdraw",
    status: "open",
    asker: RAVI,
    is_mine: true,
    reason: "Pump",
    payee: RAVI,
    subject: null,
    loan_id: null,
    instalments: null,
    roles: [],
    changes: [],
    words: [],
    may_vote: false,
    needs_pin: false,
    mine: null,
    opened_at: AT,
    expires_at: "2036-11-24T09:30:00Z",
    decided_at: null,
    lapses_at: null,
    executed_at: null,
    failure: null,
    ...asked,
    ...more,
  })
  let now = vote({})
  const bodies: unknown[] = []
  answer("get", `/groups/${ID}/proposals/${VOTE}`, () => HttpResponse.json(now))
  answer("get", `/groups/${ID}/proposals/${VOTE}/ballots`, page())
  answer("patch", `/groups/${ID}/proposals/${VOTE}`, async (request) => {
    bodies.push(await request.json())
    now = vote({ amount: inr(40_000), payee: MEERA, version: 2, tally: { ...asked.tally, yes: 0, waiting: 2 } })
    return HttpResponse.json(now)
  })
  const { user } = open(`/groups/${ID}/votes/${VOTE}`)
  await user.click(await screen.findByRole("button", { name: "Change amount or payee" }))
  const ask = screen.getByRole("button", { name: "Change it and ask again" })
  expect(ask).toBeDisabled()
  const amount = screen.getByLabelText("How much?")
  await user.clear(amount)
  await user.type(amount, "400")
  await screen.findByRole("option", { name: "Meera Nair" })
  await user.selectOptions(screen.getByLabelText("Who gets it"), MEERA.id)
  await user.click(ask)
  expect(await screen.findByText("₹400 to Meera Nair")).toBeVisible()
  expect(screen.getByText("This was changed. The votes before were cleared: vote again.")).toBeVisible()
  expect(bodies).toEqual([{ amount: inr(40_000), payee: MEERA.id }])
})

test("a vote is given to another for as long as the rules allow, and taken back", async () => {
  let given: object[] = []
  const bodies: { member: string; until: string }[] = []
  answer("get", `/groups/${ID}/delegations`, () => HttpResponse.json({ items: given }))
  answer("put", `/groups/${ID}/delegation`, async (request) => {
    bodies.push((await request.json()) as { member: string; until: string })
    const mine = { id: "d1", giver: RAVI, taker: MEERA, is_mine: true, since: AT, until: "2036-12-01T09:30:00Z" }
    given = [mine]
    return HttpResponse.json(mine)
  })
  answer("delete", `/groups/${ID}/delegation`, () => {
    given = []
    return new HttpResponse(null, { status: 204 })
  })
  const { user } = open(`/groups/${ID}/delegation`)
  await screen.findByRole("option", { name: "Meera Nair" })
  expect(screen.queryByRole("option", { name: "Ravi Kumar" })).toBeNull()
  await user.selectOptions(screen.getByLabelText("Who votes for you"), "m2")
  await user.selectOptions(screen.getByLabelText("For how long"), "20")
  await user.click(screen.getByRole("button", { name: "Give my vote" }))
  await user.click(await screen.findByRole("button", { name: "Take my vote back" }))
  await waitFor(() => expect(screen.getByLabelText("Who votes for you")).toBeVisible())
  expect(bodies.map((each) => each.member)).toEqual(["m2"])
})

test("older rules are compared in the order of their making", async () => {
  const versions = [2, 1].map((version) => ({ version, proposal_id: null, made_by: RAVI, made_at: AT }))
  answer("get", `/groups/${ID}/constitution/versions`, page(...versions))
  answer("get", `/groups/${ID}/constitution`, { version: 1, constitution: rules, words: [{ key: "rule.vote.silence", holes: {} }] })
  const asked: string[] = []
  answer("get", `/groups/${ID}/constitution/changes`, (request) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json({ items: [{ path: "vote.percent", was: 51, becomes: 67 }] })
  })
  const { user } = open(`/groups/${ID}/versions`)
  await user.click(await screen.findByRole("button", { name: /Version 1/ }))
  expect(await screen.findByText("Silence counts as not yes.")).toBeVisible()
  expect(await screen.findByText("What changed from version 1 to version 2")).toBeVisible()
  expect(screen.getByText("51% → 67%")).toBeVisible()
  expect(asked).toEqual(["?was=1&becomes=2"])
})

test("the name and the purpose are changed by who may", async () => {
  const bodies: unknown[] = []
  answer("patch", `/groups/${ID}`, async (request) => {
    bodies.push(await request.json())
    return HttpResponse.json(group)
  })
  const { user } = open(`/groups/${ID}/about`)
  const save = await screen.findByRole("button", { name: "Save" })
  expect(save).toBeDisabled()
  await user.type(screen.getByLabelText("What it is for"), "A pump")
  await user.click(save)
  await waitFor(() => expect(bodies).toEqual([{ name: "Friends of the well", purpose: "A pump" }]))
})

test("a vote is given for the usual lengths, and never past what the rules allow", () => {
  expect(dayChoices(90)).toEqual([7, 14, 30, 60, 90])
  expect(dayChoices(20)).toEqual([7, 14, 20])
  expect(dayChoices(3)).toEqual([3])
  expect(untilOf(7, new Date("2026-11-21T09:30:00Z"))).toBe("2026-11-28T09:29:00.000Z")
})
