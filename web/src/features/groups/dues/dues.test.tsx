import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import type { Right } from "@/api/groups"
import { enter } from "@/api/session"
import type { Schema } from "@/api/types"
import { AT, GROUP, face, group, inr, page, rules } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const ROW = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e60"
const MEMBER: Right[] = ["read", "contribute", "propose", "export"]
const PLAN: Schema["DuesPlan"] = {
  key: "weekly",
  name: "Savings",
  amount_minor: 20_000,
  rhythm: "weekly",
  every: 1,
  weekday: 1,
  day: 1,
  rule: "",
  starts_on: "2026-11-02",
  fine: { kind: "flat", flat_minor: 1_000, percent_bps: 0, every: "once", grace_days: 3, cap_minor: 0 },
}
const mine = (rights: Right[]) => {
  const needs = { votes: [], joins: 0, joins_by_vote: false, guarantees: [], instalment: null, dues: { count: 1, left: inr(21_000) } }
  return group(rights, { kind: "savings_group", needs, constitution: { ...rules, max_members: 30, dues: [PLAN] } })
}
const dues = (state: string, more = {}) => ({
  id: ROW,
  plan: "weekly",
  name: "Savings",
  due_on: "2026-11-16",
  state,
  due: inr(20_000),
  paid: inr(0),
  fine: inr(0),
  fine_paid: inr(0),
  fine_waived: inr(0),
  left: inr(20_000),
  ...more,
})
const late = dues("late", { fine: inr(1_000), left: inr(21_000) })
const period = { due_on: "2026-11-16", members: 2, paid: 1, part_paid: 0, due: inr(40_000), got: inr(20_000), fines: inr(1_000), fines_got: inr(0) }
const coming = { plan: "weekly", name: "Savings", amount: inr(20_000), due_on: "2026-11-23", automatic: null }

function serve(rights = MEMBER) {
  quiet()
  answer("get", `/groups/${GROUP}`, mine(rights))
  answer("get", `/groups/${GROUP}/proposals`, page())
  answer("get", `/groups/${GROUP}/transactions`, page())
  answer("get", "/wallets", { items: [] })
  answer("get", `/groups/${GROUP}/dues`, { items: [{ plan: PLAN, is_over: false, next_on: "2026-11-23", newest: period }] })
  answer("post", "/groups/dues/preview", { days: [] })
  answer("get", `/groups/${GROUP}/dues/mine`, { owed: inr(21_000), open: [late], paid: [], coming: [coming] })
  const items = [
    { member_id: "m1", person: face(1, "Asha Devi"), cells: [late] },
    { member_id: "m2", person: face(2, "Bina Kumari"), cells: [dues("paid", { paid: inr(20_000), left: inr(0) })] },
    { member_id: "m3", person: face(3, "Chetan Rao"), cells: [late] },
  ]
  answer("get", `/groups/${GROUP}/dues/plans/weekly`, { plan: PLAN, periods: [period], items, next: null })
}

beforeEach(() => {
  enter(session())
})

describe("dues", () => {
  test("say who has paid and who has not in words, to everybody", async () => {
    serve()
    open(`/groups/${GROUP}/dues`)
    expect(await screen.findByText("1 of 2 have paid")).toBeVisible()
    const table = screen.getByRole("table")
    expect(within(table).getByRole("row", { name: /Asha Devi Late ₹210 left with ₹10 of fine/ })).toBeVisible()
    expect(within(table).getByRole("row", { name: /Bina Kumari Paid/ })).toBeVisible()
    expect(screen.queryByRole("button", { name: "Remind those who have not paid" })).toBeNull()
    expect(within(table).queryByRole("button")).toBeNull()
  })

  test("are paid in one go, for their plan, with the PIN when it is asked", async () => {
    serve()
    const bodies: [unknown, string | null][] = []
    answer("post", "/auth/step-up", { token: "proof", expires_at: AT })
    answer("post", `/groups/${GROUP}/transactions`, async (request) => {
      const proof = request.headers.get("Step-Up-Token")
      bodies.push([await request.json(), proof])
      return proof ? HttpResponse.json({ id: ROW }, { status: 201 }) : refuse("identity.step_up_required", 403)
    })
    const { user } = open(`/groups/${GROUP}/dues`)
    await user.click(await screen.findByRole("button", { name: "Pay ₹210" }))
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Pay ₹210" }))
    await user.type(await screen.findByLabelText("Type your 6-digit PIN"), "482916")
    await screen.findByText("Your dues are paid.")
    const body = { amount: inr(21_000), note: "", plan: "weekly" }
    expect(bodies).toEqual([
      [body, null],
      [body, "proof"],
    ])
  })

  test("are taken by themselves up to an amount, once the PIN was given", async () => {
    serve()
    const given: [unknown, string | null][] = []
    answer("post", "/auth/step-up", { token: "proof", expires_at: AT })
    answer("put", `/groups/${GROUP}/dues/plans/weekly/automatic`, async (request) => {
      given.push([await request.json(), request.headers.get("Step-Up-Token")])
      return new HttpResponse(null, { status: 204 })
    })
    const { user } = open(`/groups/${GROUP}/dues`)
    await user.click(await screen.findByRole("switch", { name: /Pay it by itself/ }))
    const most = await screen.findByLabelText("At most, each time")
    expect(most).toHaveValue("200")
    await user.clear(most)
    await user.type(most, "250")
    await user.click(screen.getByRole("button", { name: "Allow it" }))
    expect(given).toEqual([])
    await user.type(await screen.findByLabelText("Type your 6-digit PIN"), "482916")
    await waitFor(() => expect(given).toEqual([[{ most: inr(25_000) }, "proof"]]))
  })

  test("let officers remind, and let go of the fines of others alone", async () => {
    serve([...MEMBER, "remind", "waive_fines"])
    const reasons: unknown[] = []
    answer("post", `/groups/${GROUP}/dues/plans/weekly/remind`, () => refuse("groups.reminded_today", 429))
    answer("post", `/groups/${GROUP}/dues/rows/${ROW}/waive`, async (request) => {
      reasons.push(await request.json())
      return HttpResponse.json(dues("late", { fine_waived: inr(1_000) }))
    })
    const { user } = open(`/groups/${GROUP}/dues`)
    await user.click(await screen.findByRole("button", { name: "Remind those who have not paid" }))
    expect(await screen.findByText("Everybody who owes was reminded today")).toBeVisible()
    const fines = within(screen.getByRole("table")).getAllByRole("button")
    expect(fines).toHaveLength(1) // her own is not hers to let go
    await user.click(fines[0]!)
    await user.type(await screen.findByLabelText("Why"), "Ill")
    await user.click(screen.getByRole("button", { name: "Let go of ₹10" }))
    await waitFor(() => expect(reasons).toEqual([{ reason: "Ill" }]))
  })

  test("stand in the rules, where others are proposed", async () => {
    serve()
    let asked: { constitution?: { dues: object[] } } = {}
    answer("post", `/groups/${GROUP}/proposals`, async (request) => {
      asked = (await request.json()) as typeof asked
      return HttpResponse.json({ id: ROW }, { status: 201 })
    })
    const { user } = open(`/groups/${GROUP}/change-rules`)
    const go = await screen.findByRole("button", { name: "Ask the group" })
    expect(go).toBeDisabled() // nothing is another yet
    const amount = screen.getByLabelText("What each member pays")
    await user.clear(amount)
    expect(go).toBeDisabled()
    await user.type(amount, "300")
    await user.click(screen.getByRole("button", { name: "Friday" }))
    await user.click(screen.getByRole("button", { name: "Monday" }))
    expect(await screen.findByText("Every week on Friday")).toBeVisible()
    await user.selectOptions(screen.getByLabelText("What lateness costs"), "Nothing")
    await user.click(go)
    await waitFor(() =>
      expect(asked.constitution?.dues).toEqual([
        { ...PLAN, amount_minor: 30_000, weekday: 5, fine: { ...PLAN.fine, kind: "none" } },
      ]),
    )
  })

  test("come by a rule with its next days, and cost a part of what is late", async () => {
    serve()
    let asked: { constitution?: { dues: object[] } } = {}
    const wanted: { rule: string }[] = []
    answer("post", "/groups/dues/preview", async (request) => {
      wanted.push((await request.json()) as { rule: string })
      return HttpResponse.json({ days: ["2026-11-30", "2026-12-31"] })
    })
    answer("post", `/groups/${GROUP}/proposals`, async (request) => {
      asked = (await request.json()) as typeof asked
      return HttpResponse.json({ id: ROW }, { status: 201 })
    })
    const { user } = open(`/groups/${GROUP}/change-rules`)
    await user.click(await screen.findByRole("button", { name: "By months" }))
    await user.click(screen.getByRole("button", { name: "Last day" }))
    await user.selectOptions(screen.getByLabelText("Until when"), "So many times")
    expect(await screen.findByText("Every month on day 1 and the last day, 12 times")).toBeVisible()
    expect(await screen.findByText("Next: 30 Nov 2026 · 31 Dec 2026")).toBeVisible()
    const rule = "FREQ=MONTHLY;BYMONTHDAY=1,-1;COUNT=12"
    // It is asked about a moment after it was built, while its form is there.
    await waitFor(() => expect(wanted.at(-1)?.rule).toBe(rule))
    await user.selectOptions(screen.getByLabelText("What lateness costs"), "A part of what is late")
    await user.type(screen.getByLabelText("The part"), "2.5")
    await user.type(screen.getByLabelText("At most, for one payment"), "50")
    await user.click(screen.getByRole("button", { name: "Ask the group" }))
    const fine = { ...PLAN.fine, kind: "percent", percent_bps: 250, cap_minor: 5_000 }
    await waitFor(() => expect(asked.constitution?.dues).toEqual([{ ...PLAN, rhythm: "rule", rule, fine }]))
  })

  test("say what is wrong with a written rule", async () => {
    serve()
    answer("post", "/groups/dues/preview", () =>
      refuse("groups.constitution_invalid", 400, {
        facts: { path: "dues.plan.rule", reason: "INTERVAL is 1 to 52" },
      }),
    )
    const { user } = open(`/groups/${GROUP}/change-rules`)
    await user.click(await screen.findByRole("button", { name: "Write a rule instead" }))
    const rule = screen.getByLabelText("Rule (RRULE)")
    expect(rule).toHaveValue("FREQ=WEEKLY;BYDAY=MO")
    await user.type(rule, ";INTERVAL=99")
    expect(await screen.findByText("INTERVAL is 1 to 52.")).toBeVisible()
  })

  test("wait for me on the home of the group", async () => {
    serve()
    open(`/groups/${GROUP}`)
    expect(await screen.findByRole("link", { name: /₹210 of dues to pay/ })).toHaveAttribute("href", `/groups/${GROUP}/dues`)
  })
})
