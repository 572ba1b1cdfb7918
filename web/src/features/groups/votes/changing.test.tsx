import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import type { Rules } from "@/api/groups"
import { enter } from "@/api/session"
import { AT, GROUP, MEERA, RAVI, VOTE, group, inr, member, page, rules, vote } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"
import { dayChoices, untilOf } from "./delegation-days"

const pot = { balance: inr(200_000), available: inr(200_000) }
const constitution: Rules = { ...rules, vote: { ...rules.vote, delegation_days: 20 } }
const mine = group(["read", "propose", "vote", "describe"], { pot, constitution, constitution_version: 2 })

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${GROUP}`, mine)
  answer("get", `/groups/${GROUP}/members`, page(member("m1", RAVI), member("m2", MEERA)))
})

test("what was asked is changed, and says that its votes were cleared", async () => {
  const tally = { electors: 2, needed: 2, percent: 51, yes: 1, no: 0, abstain: 0, gone: 0, waiting: 1 }
  let now = vote({ is_mine: true, reason: "Pump", amount: inr(50_000), subject: null, tally })
  const bodies: unknown[] = []
  answer("get", `/groups/${GROUP}/proposals/${VOTE}`, () => HttpResponse.json(now))
  answer("get", `/groups/${GROUP}/proposals/${VOTE}/ballots`, page())
  answer("patch", `/groups/${GROUP}/proposals/${VOTE}`, async (request) => {
    bodies.push(await request.json())
    now = { ...now, amount: inr(40_000), payee: MEERA, version: 2, tally: { ...tally, yes: 0, waiting: 2 } }
    return HttpResponse.json(now)
  })
  const { user } = open(`/groups/${GROUP}/votes/${VOTE}`)
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
  answer("get", `/groups/${GROUP}/delegations`, () => HttpResponse.json({ items: given }))
  answer("put", `/groups/${GROUP}/delegation`, async (request) => {
    bodies.push((await request.json()) as { member: string; until: string })
    const delegation = { id: "d1", giver: RAVI, taker: MEERA, is_mine: true, since: AT, until: "2036-12-01T09:30:00Z" }
    given = [delegation]
    return HttpResponse.json(delegation)
  })
  answer("delete", `/groups/${GROUP}/delegation`, () => {
    given = []
    return new HttpResponse(null, { status: 204 })
  })
  const { user } = open(`/groups/${GROUP}/delegation`)
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
  answer("get", `/groups/${GROUP}/constitution/versions`, page(...versions))
  answer("get", `/groups/${GROUP}/constitution`, { version: 1, constitution, words: [{ key: "rule.vote.silence", holes: {} }] })
  const asked: string[] = []
  answer("get", `/groups/${GROUP}/constitution/changes`, (request) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json({ items: [{ path: "vote.percent", was: 51, becomes: 67 }] })
  })
  const { user } = open(`/groups/${GROUP}/versions`)
  await user.click(await screen.findByRole("button", { name: /Version 1/ }))
  expect(await screen.findByText("Silence counts as not yes.")).toBeVisible()
  expect(await screen.findByText("What changed from version 1 to version 2")).toBeVisible()
  expect(screen.getByText("51% → 67%")).toBeVisible()
  expect(asked).toEqual(["?was=1&becomes=2"])
})

test("the name and the purpose are changed by who may", async () => {
  const bodies: unknown[] = []
  answer("patch", `/groups/${GROUP}`, async (request) => {
    bodies.push(await request.json())
    return HttpResponse.json(mine)
  })
  const { user } = open(`/groups/${GROUP}/about`)
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
