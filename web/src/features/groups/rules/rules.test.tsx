import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import type { Rules } from "@/api/groups"
import { enter } from "@/api/session"
import { GROUP, group, inr } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"
import { bpsOf, typedPercent } from "../typed"
import { draftOf, rulesFrom, stepsOf } from "./draft"

const NO_FINE = { kind: "none", flat_minor: 0, percent_bps: 0, every: "once", grace_days: 0, cap_minor: 0 } as const
const RULES: Rules = {
  schema: 1,
  admission: "officers",
  max_members: 30,
  vote: { percent: 51, weighty_percent: 67, open_hours: 72, lapse_days: 7, second_factor_minor: 50_000, delegations: 2, delegation_days: 90 },
  dues: [{ key: "a", name: "A", amount_minor: 100, rhythm: "rule", every: 1, weekday: 1, day: 1, rule: "FREQ=YEARLY", starts_on: "2026-11-02", fine: { ...NO_FINE } }],
  loans: [
    {
      key: "loan",
      name: "Loan",
      interest: "reducing",
      rate_bps: 225,
      period: "month",
      min_count: 1,
      max_count: 12,
      grace: "none",
      grace_count: 0,
      fee_minor: 0,
      fee_bps: 0,
      guarantors: 1,
      savings_multiple_pct: 300,
      max_minor: 0,
      fine: { ...NO_FINE, kind: "percent", percent_bps: 200, every: "month", grace_days: 5 },
    },
  ],
  reserve_minor: 0,
  escalation: { steps: [{ channel: "app", day: -3 }, { channel: "sms", day: 4 }], quiet_from: 21, quiet_until: 9 },
}
const cost = { interest: inr(1_500), fee: inr(0), total: inr(101_500), apr_bps: 2_700, effective_bps: 3_060 }
const row = { n: 1, due_on: "2026-12-21", fine: inr(0), fee: inr(0), interest: inr(100), principal: inr(8_000), total: inr(8_100), paid: inr(0), is_paid: false, is_late: false }

test("rules that nobody changed are put as they were", () => {
  expect(JSON.stringify(rulesFrom(draftOf(RULES, "INR"), RULES, "INR"))).toBe(JSON.stringify(RULES))
})

test("what does not go together is no rule", () => {
  const draft = draftOf(RULES, "INR")
  const [loan] = draft.loans
  const wrong = [{ least: "13" }, { rate: "1." + "234" }, { grace: "all", graceCount: "1" }, { guarantors: "11" }, { name: " " }] as const
  for (const part of wrong)
    expect(rulesFrom({ ...draft, loans: [{ ...loan!, ...part }] }, RULES, "INR"), JSON.stringify(part)).toBeNull()
  for (const part of [{ lapse: "31" }, { delegations: "6" }, { members: "0" }, { delegationDays: "" }])
    expect(rulesFrom({ ...draft, ...part }, RULES, "INR"), JSON.stringify(part)).toBeNull()
  expect(stepsOf([{ id: 1, channel: "app", day: "4" }, { id: 2, channel: "sms", day: "4" }])).toBeNull()
  expect(stepsOf([{ id: 1, channel: "sms", day: "4" }, { id: 2, channel: "app", day: "-3" }])).toEqual(RULES.escalation.steps)
})

test("percent and basis points are exact", () => {
  for (const bps of [1, 29, 100, 225, 1_005, 99_999]) expect(bpsOf(typedPercent(bps))).toBe(bps)
  for (const text of ["", "x", "1.234", "-1"]) expect(bpsOf(text)).toBeNull()
})

describe("other rules", () => {
  beforeEach(() => {
    enter(session())
    quiet()
    answer("get", `/groups/${GROUP}`, group(["read", "propose"], { kind: "savings_group", constitution: RULES }))
    answer("post", "/groups/dues/preview", { days: ["2026-12-01"] })
  })

  test("say what a loan costs a year, and are put to the vote whole", async () => {
    const examples: { product: object; count: number }[] = []
    let asked: { constitution?: Rules } = {}
    answer("post", "/groups/loans/example", async (request) => {
      examples.push((await request.json()) as { product: object; count: number })
      return HttpResponse.json({ rows: [row], cost })
    })
    answer("post", `/groups/${GROUP}/proposals`, async (request) => {
      asked = (await request.json()) as typeof asked
      return HttpResponse.json({ id: GROUP }, { status: 201 })
    })
    const { user } = open(`/groups/${GROUP}/change-rules`)
    const rate = await screen.findByLabelText("Interest a month")
    await user.clear(rate)
    await user.type(rate, "2.5")
    expect(await screen.findByText(/^27%/)).toBeVisible()
    await waitFor(() => expect(examples.at(-1)).toMatchObject({ product: { rate_bps: 250 }, count: 12 }))
    await user.type(screen.getByLabelText("Stays in the pot"), "500")
    await user.selectOptions(screen.getByLabelText("People are left in peace from"), "22")
    await user.click(screen.getByRole("button", { name: "Ask the group" }))
    const [loan] = RULES.loans
    await waitFor(() =>
      expect(asked.constitution).toEqual({
        ...RULES,
        loans: [{ ...loan, rate_bps: 250 }],
        reserve_minor: 50_000,
        escalation: { ...RULES.escalation, quiet_from: 22 },
      }),
    )
  })
})
