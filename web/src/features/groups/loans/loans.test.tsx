import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { enter } from "@/api/session"
import type { Schema } from "@/api/types"
import { AT, GROUP, face, group, inr, page, rules } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const LOAN = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e61"
const ASHA = face(1, "Asha Devi")
const product: Schema["LoanProduct"] = { key: "loan", name: "Loan", min_count: 1, max_count: 12, period: "month", savings_multiple_pct: 300, max_minor: 0, guarantors: 0 }
const pot = { balance: inr(90_000), available: inr(90_000) }
const more = { members: 3, my_share: inr(10_000), pot, constitution: { ...rules, loans: [product] } }
const lending = group(["read", "borrow"], { kind: "savings_group", ...more })
const row = (n: number, due_on: string, is_paid = false) => ({
  n,
  due_on,
  fine: inr(0),
  fee: inr(0),
  interest: inr(60),
  principal: inr(1_000),
  total: inr(1_060),
  paid: inr(is_paid ? 1_060 : 0),
  is_paid,
  is_late: false,
})
const cost = { interest: inr(120), fee: inr(0), total: inr(2_120), apr_bps: 2_400, effective_bps: 2_682 }
const loan = (more = {}) => ({
  id: LOAN,
  status: "active",
  member_id: "m1",
  person: ASHA,
  is_mine: true,
  product: "loan",
  product_name: "Loan",
  purpose: "A sewing machine",
  principal: inr(2_000),
  outstanding: inr(2_000),
  interest: "reducing",
  rate_bps: 200,
  period: "month",
  count: 2,
  fee: inr(0),
  due: { due_on: "2099-01-21", amount: inr(1_060), is_late: false },
  proposal_id: null,
  asked_at: AT,
  disbursed_at: AT,
  ended_at: null,
  rows: [row(1, "2099-01-21"), row(2, "2099-02-21")],
  cost,
  guarantees: [],
  guarantors_needed: 0,
  payoff: inr(2_060),
  overdue: inr(0),
  may_repay: true,
  borrower_saved: inr(10_000),
  ...more,
})

beforeEach(() => {
  enter(session())
  quiet()
  answer("get", `/groups/${GROUP}`, lending)
  answer("get", `/groups/${GROUP}/loans/${LOAN}/repayments`, page())
})

describe("a loan", () => {
  test("is reckoned with its yearly rate, and the cap is told before it is asked for", async () => {
    const orders: unknown[] = []
    answer("post", `/groups/${GROUP}/loans/quote`, async (request) => {
      orders.push(await request.json())
      return HttpResponse.json({ rows: loan().rows, cost, most: inr(30_000), lendable: inr(90_000) })
    })
    const { user } = open(`/groups/${GROUP}/loans/new`)
    await user.type(await screen.findByLabelText("How much?"), "301")
    expect(await screen.findByText("You can borrow at most ₹300: 300% of the ₹100 that you put in")).toBeVisible()
    expect(screen.getByRole("button", { name: "Continue" })).toBeDisabled()
    await user.clear(screen.getByLabelText("How much?"))
    await user.type(screen.getByLabelText("How much?"), "20")
    expect(await screen.findByText("24% a year")).toBeVisible()
    const order = { product: "loan", amount: inr(2_000), count: 12 }
    await waitFor(() => expect(orders.at(-1)).toEqual(order))
  })

  test("is paid back with the same key when the answer was lost", async () => {
    answer("get", `/groups/${GROUP}/loans/${LOAN}`, loan())
    const given: [unknown, string | null][] = []
    answer("post", `/groups/${GROUP}/loans/${LOAN}/repayments`, async (request) => {
      given.push([await request.json(), request.headers.get("Idempotency-Key")])
      return given.length === 1 ? HttpResponse.error() : HttpResponse.json({ transaction_id: GROUP }, { status: 201 })
    })
    const { user } = open(`/groups/${GROUP}/loans/${LOAN}`)
    await user.click(await screen.findByRole("button", { name: "Pay back" }))
    await user.click(await screen.findByRole("button", { name: "Pay ₹10.60" }))
    await waitFor(() => expect(screen.getAllByRole("alert").map((note) => note.textContent).join("")).not.toBe(""))
    await user.click(screen.getByRole("button", { name: "Pay ₹10.60" }))
    await waitFor(() => expect(given).toHaveLength(2))
    expect(given[0]).toEqual([{ amount: inr(1_060) }, expect.any(String)])
    expect(given[1]).toEqual(given[0])
  })

  test("of which nothing is due yet offers no instalment, but all of it", async () => {
    const rows = [row(1, "2099-01-21", true), row(2, "2099-02-21")]
    answer("get", `/groups/${GROUP}/loans/${LOAN}`, loan({ rows, payoff: inr(1_000), outstanding: inr(1_000) }))
    const { user } = open(`/groups/${GROUP}/loans/${LOAN}`)
    await user.click(await screen.findByRole("button", { name: "Pay back" }))
    expect(await screen.findByRole("button", { name: "Pay ₹10" })).toBeEnabled()
    expect(screen.queryByRole("button", { name: /^Instalment/ })).toBeNull()
  })
})
