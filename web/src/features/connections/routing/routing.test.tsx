import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import type { Routing, Rule } from "./queries"

const rule = (name: string, more: Partial<Rule> = {}): Rule => ({
  name,
  direction: null,
  country: null,
  currency: null,
  from_minor: null,
  below_minor: null,
  providers: [],
  is_by_cost: false,
  ...more,
})

const NIGERIA = rule("Nigeria", {
  direction: "in",
  country: "NG",
  currency: "NGN",
  from_minor: 10_000,
  below_minor: 500_000,
  providers: ["paystack", "flutterwave"],
})
const REST = rule("The rest", { is_by_cost: true })

const routing = (more: Partial<Routing> = {}): Routing => ({
  version: 5,
  rules: [NIGERIA, REST],
  costs: [{ provider: "razorpay", direction: "in", currency: "INR", bps: 195, fixed_minor: 300 }],
  providers: [
    { name: "razorpay", is_well: true },
    { name: "paystack", is_well: true },
    { name: "flutterwave", is_well: false },
  ],
  made_at: "2026-11-20T08:00:00Z",
  ...more,
})

let now = routing()
let given: { version: number; rules: Rule[] }[] = []

beforeEach(() => {
  enter(session())
  quiet()
  now = routing()
  given = []
  answer("get", "/gateways/routing", () => HttpResponse.json(now))
  answer("put", "/gateways/routing", async (request) => {
    const body = (await request.json()) as Pick<Routing, "version" | "rules" | "costs">
    given.push(body)
    if (body.version !== now.version) return refuse("gateways.routing_changed", 409)
    now = { ...now, ...body, version: body.version + 1 }
    return HttpResponse.json(now)
  })
})

const names = () => screen.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)

/** Nothing is left to keep; what a toast says may be of an earlier test. */
const areKept = () => waitFor(() => expect(screen.queryByText("Keep rules and costs")).toBeNull())

test("rules and costs are read in words", async () => {
  open("/admin/routing")
  expect(await screen.findByText("1. Nigeria")).toBeVisible()
  const when = "Money that comes in · people from Nigeria · in NGN · from ₦100 · below ₦5,000"
  expect(screen.getByText(when)).toBeVisible()
  expect(screen.getByText("Goes to Paystack, then Flutterwave")).toBeVisible()
  expect(screen.getByText("All money")).toBeVisible()
  expect(screen.getByText("Goes to the cheapest of all")).toBeVisible()
  expect(screen.getByText("Money that comes in · INR · 1.95 % + ₹3.00")).toBeVisible()
})

test("a rule is written, moved before the others, and kept", async () => {
  const { user } = open("/admin/routing")
  await user.click(await screen.findByRole("button", { name: "Add a rule" }))
  const sheet = within(await screen.findByRole("dialog", { name: "Add a rule" }))
  await user.click(sheet.getByRole("button", { name: "Put it in" }))
  expect(sheet.getByText("Give the rule a name.")).toBeVisible()
  await user.type(sheet.getByLabelText("Name"), "Small rupees")
  expect(sheet.getByLabelText("Below this amount")).toBeDisabled()
  await user.selectOptions(sheet.getByLabelText("Currency"), "INR")
  await user.selectOptions(sheet.getByLabelText("Country"), "IN")
  await user.type(sheet.getByLabelText("From this amount on"), "500")
  await user.type(sheet.getByLabelText("Below this amount"), "499.99")
  await user.click(sheet.getByRole("button", { name: "Put it in" }))
  expect(sheet.getByText("It must be more than the amount that it begins with.")).toBeVisible()
  await user.clear(sheet.getByLabelText("From this amount on"))
  await user.click(sheet.getByRole("button", { name: "Flutterwave" }))
  await user.click(sheet.getByRole("button", { name: "Razorpay" }))
  await user.click(sheet.getByRole("button", { name: "Move Razorpay up" }))
  await user.click(sheet.getByRole("button", { name: "Put it in" }))
  await waitFor(() => expect(names()).toEqual(["1. Nigeria", "2. The rest", "3. Small rupees"]))
  await user.click(screen.getByRole("button", { name: "Move Small rupees up" }))
  await user.click(screen.getByRole("button", { name: "Take out Nigeria" }))
  expect(names()).toEqual(["1. Small rupees", "2. The rest"])
  expect(given).toEqual([])
  await user.click(screen.getByRole("button", { name: "Keep rules and costs" }))
  await areKept()
  const small = rule("Small rupees", { country: "IN", currency: "INR", below_minor: 49_999 })
  const rules = [{ ...small, providers: ["razorpay", "flutterwave"] }, REST]
  expect(given).toEqual([{ version: 5, rules, costs: routing().costs }])
})

test("of two who change the rules at once neither loses hers", async () => {
  const { user } = open("/admin/routing")
  await user.click(await screen.findByRole("button", { name: "Take out Nigeria" }))
  const ghana = rule("Ghana", { country: "GH", providers: ["paystack"] })
  now = routing({ version: 6, rules: [ghana, REST] })
  await user.click(screen.getByRole("button", { name: "Keep rules and costs" }))
  const card = within(await screen.findByRole("alert", { name: /^Somebody else has kept other rules/ }))
  expect(card.getByText("Ghana")).toBeVisible()
  expect(names()).toEqual(["1. The rest"])
  expect(screen.getByRole("button", { name: "Keep rules and costs" })).toBeDisabled()
  await user.click(card.getByRole("button", { name: "Add “Ghana” to mine" }))
  await user.click(card.getByRole("button", { name: "Go on with mine" }))
  await user.click(screen.getByRole("button", { name: "Keep rules and costs" }))
  await areKept()
  expect(given.map(({ version, rules }) => [version, rules.map(({ name }) => name)])).toEqual([
    [5, ["The rest"]],
    [6, ["The rest", "Ghana"]],
  ])
})

test("theirs are taken instead, and nothing is kept", async () => {
  const { user } = open("/admin/routing")
  await user.click(await screen.findByRole("button", { name: "Take out The rest" }))
  now = routing({ version: 6, rules: [] })
  await user.click(screen.getByRole("button", { name: "Keep rules and costs" }))
  await user.click(await screen.findByRole("button", { name: "Take theirs" }))
  expect(await screen.findByText(/^There is no rule/)).toBeVisible()
  expect(given).toHaveLength(1)
})

test("a rule that is refused is named", async () => {
  answer("put", "/gateways/routing", () => {
    const facts = { field: "rules[0].below_minor", message: "is more than from_minor" }
    return refuse("kit.bad_field", 400, { facts })
  })
  const { user } = open("/admin/routing")
  await user.click(await screen.findByRole("button", { name: "Move Nigeria down" }))
  await user.click(screen.getByRole("button", { name: "Keep rules and costs" }))
  expect(await screen.findByText("The rest: It must be more than the amount that it begins with.")).toBeVisible()
  await user.click(screen.getByRole("button", { name: "Drop my changes" }))
  expect(names()).toEqual(["1. Nigeria", "2. The rest"])
})

test("a cost is said in percent, and kept in hundredths of one", async () => {
  const { user } = open("/admin/routing")
  await user.click(await screen.findByRole("button", { name: "Add a cost" }))
  const sheet = within(await screen.findByRole("dialog", { name: "Add a cost" }))
  await user.selectOptions(sheet.getByLabelText("Provider"), "Paystack")
  await user.selectOptions(sheet.getByLabelText("Currency"), "NGN")
  await user.type(sheet.getByLabelText("Percent of the amount"), "1.5")
  await user.type(sheet.getByLabelText("And a fixed amount"), "100")
  await user.click(sheet.getByRole("button", { name: "Put it in" }))
  await user.click(await screen.findByRole("button", { name: "Keep rules and costs" }))
  const cost = { provider: "paystack", direction: "in", currency: "NGN", bps: 150, fixed_minor: 10_000 }
  await waitFor(() => expect(given).toMatchObject([{ costs: [...routing().costs, cost] }]))
})

test("a dry run says who would take the money and why, and begins nothing", async () => {
  const asked: unknown[] = []
  answer("post", "/gateways/routing/trial", async (request) => {
    asked.push(await request.json())
    return HttpResponse.json({
      taken: "paystack",
      rule: "Nigeria",
      candidates: [
        { provider: "paystack", standing: "taken", cost_minor: 850 },
        { provider: "flutterwave", standing: "next", cost_minor: null },
        { provider: "razorpay", standing: "not_offered", cost_minor: null },
      ],
    })
  })
  const { user } = open("/admin/routing")
  const trial = within(await screen.findByRole("region", { name: "What would happen?" }))
  await user.selectOptions(trial.getByLabelText("Country"), "Nigeria")
  await user.click(trial.getByRole("button", { name: "Try it" }))
  expect(await trial.findByText("₹500 coming in from Nigeria")).toBeVisible()
  expect(trial.getByText("Paystack takes it.")).toBeVisible()
  expect(trial.getByText("The rule “Nigeria” is the first that fits.")).toBeVisible()
  expect(trial.getByText("Takes it · costs ₹8.50")).toBeVisible()
  expect(trial.getByText("Would be next")).toBeVisible()
  expect(trial.getByText("Does not move this money")).toBeVisible()
  expect(asked).toEqual([{ direction: "in", amount: { minor: 50_000, currency: "INR" }, country: "NG" }])
  expect(trial.queryByText(/does not know your changes/)).toBeNull()
  await user.click(screen.getByRole("button", { name: "Take out Nigeria" }))
  expect(trial.getByText(/does not know your changes/)).toBeVisible()
})

test("money that nobody can take is said plainly", async () => {
  answer("post", "/gateways/routing/trial", { taken: null, rule: null, candidates: [] })
  const { user } = open("/admin/routing")
  const trial = within(await screen.findByRole("region", { name: "What would happen?" }))
  await user.selectOptions(trial.getByLabelText("Direction"), "Money that goes out")
  await user.selectOptions(trial.getByLabelText("Country"), "Not known")
  await user.click(trial.getByRole("button", { name: "Try it" }))
  expect(await trial.findByText("₹500 going out")).toBeVisible()
  expect(trial.getByText("Nobody can take it.")).toBeVisible()
  expect(trial.getByText(/^No rule fits/)).toBeVisible()
})
