import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { readdirSync, readFileSync } from "node:fs"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import words from "@/locales/en/groups.json"

const inr = (minor: number) => ({ minor, currency: "INR" })
const ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
const VOTE = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e60"
const AT = "2026-11-21T09:30:00Z"
const RIGHTS = ["read", "contribute", "vote", "propose", "export"]
const person = (id: string, name: string) => ({
  id: `0198c5f0-0000-7000-8000-00000000000${id}`,
  name,
  phone: "+91 ••••• ••210",
  handle: null,
  photo_url: null,
})
const RAVI = person("1", "Ravi Kumar")
const rules = {
  schema: 1,
  admission: "officers",
  max_members: 500,
  vote: { percent: 51, weighty_percent: 67, open_hours: 72, lapse_days: 7, second_factor_minor: 0, delegations: 2, delegation_days: 90 },
  dues: [],
  loans: [],
  reserve_minor: 0,
  escalation: { steps: [], quiet_from: 21, quiet_until: 9 },
}
const group = (rights = RIGHTS) => ({
  id: ID,
  kind: "simple_pot",
  name: "Friends of the well",
  purpose: "A new pump",
  currency: "INR",
  is_women_only: false,
  members: 10,
  is_over: false,
  created_at: AT,
  me: { id: "m1", status: "active", role: "member", rights, has_voice: true, joined_at: AT },
  my_share: inr(50_000),
  pot: { balance: inr(200_000), available: inr(150_000) },
  open_proposals: 1,
  needs: { votes: [VOTE], joins: 0, joins_by_vote: false, guarantees: [], instalment: null },
  constitution_version: 1,
  constitution: rules,
})
const tally = (yes: number) => ({ electors: 9, needed: 5, percent: 51, yes, no: 1, abstain: 0, gone: 0, waiting: 8 - yes })
const vote = (yes: number, more = {}) => ({
  id: VOTE,
  kind: "withdraw",
  status: "open",
  version: 3,
  asker: RAVI,
  is_mine: false,
  reason: "The pump broke",
  amount: inr(50_000),
  payee: RAVI,
  subject: RAVI,
  loan_id: null,
  instalments: null,
  roles: [],
  changes: [],
  tally: tally(yes),
  words: [],
  may_vote: true,
  needs_pin: true,
  mine: null,
  opened_at: AT,
  expires_at: "2026-11-24T09:30:00Z",
  decided_at: null,
  lapses_at: null,
  executed_at: null,
  failure: null,
  ...more,
})
const page = (...items: object[]) => ({ items, next: null })

function serve(rights = RIGHTS) {
  quiet()
  answer("get", `/groups/${ID}`, group(rights))
  answer("get", `/groups/${ID}/proposals`, page(vote(4)))
  answer("get", `/groups/${ID}/transactions`, page())
  answer("get", `/groups/${ID}/members`, page())
  answer("get", `/groups/${ID}/proposals/${VOTE}/ballots`, page())
  answer("get", "/wallets", page())
}

beforeEach(() => {
  enter(session())
})

describe("a group", () => {
  test("shows the pot, my share, and the vote that waits for me with its rule", async () => {
    serve()
    open(`/groups/${ID}`)
    expect(await screen.findByText("1 vote waits for you")).toBeVisible()
    expect(screen.getByText("₹500 to Ravi Kumar")).toBeVisible()
    expect(screen.getByText("5 of 9 must say yes: 4 so far")).toBeVisible()
    expect(screen.getByText("₹500 of it is set aside for what was voted.")).toBeVisible()
    expect(screen.queryByRole("link", { name: "Invite" })).toBeNull()
  })

  test("offers a viewer nothing that she may not do", async () => {
    serve(["read"])
    open(`/groups/${ID}`)
    await screen.findByText("In the pot")
    expect(screen.queryByRole("link", { name: "Put money in" })).toBeNull()
    expect(screen.queryByRole("link", { name: "Ask for money" })).toBeNull()
  })

  test("asks the PIN when the server wants it, and votes on the version that was seen", async () => {
    serve()
    let yes = 4
    const bodies: [unknown, string | null][] = []
    answer("get", `/groups/${ID}/proposals/${VOTE}`, () =>
      HttpResponse.json(
        yes === 5
          ? vote(5, { status: "executed", may_vote: false, mine: "yes" })
          : vote(yes, { needs_pin: false }),
      ),
    )
    answer("post", "/auth/step-up", { token: "proof", expires_at: "2025-11-20T09:35:00Z" })
    answer("post", `/groups/${ID}/proposals/${VOTE}/vote`, async (request) => {
      const proof = request.headers.get("Step-Up-Token")
      bodies.push([await request.json(), proof])
      if (!proof) return refuse("identity.step_up_required", 403)
      yes = 5
      return HttpResponse.json(vote(5))
    })
    const { user } = open(`/groups/${ID}/votes/${VOTE}`)
    await user.click(await screen.findByRole("button", { name: "Yes" }))
    await user.type(await screen.findByLabelText("Type your 6-digit PIN"), "482916")
    expect(await screen.findByText("Agreed and done")).toBeVisible()
    const body = { version: 3, choice: "yes", reason: "" }
    expect(bodies).toEqual([
      [body, null],
      [body, "proof"],
    ])
  })

  test("gives a contribution whose answer was lost again with the same key", async () => {
    serve()
    const keys: (string | null)[] = []
    answer("get", "/wallets", page({ id: ID, currency: "INR", balance: inr(90_000), available: inr(90_000), pending_in: inr(0), pending_out: inr(0) }))
    answer("post", `/groups/${ID}/transactions`, (request) => {
      keys.push(request.headers.get("Idempotency-Key"))
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json({ id: VOTE }, { status: 201 })
    })
    const { user } = open(`/groups/${ID}/contribute`)
    await user.type(await screen.findByLabelText("How much?"), "200")
    await user.click(screen.getByRole("button", { name: "Continue" }))
    await user.click(await screen.findByRole("button", { name: "Put ₹200 into Friends of the well" }))
    await screen.findByRole("alert")
    await user.click(screen.getByRole("button", { name: "Put ₹200 into Friends of the well" }))
    await waitFor(() => expect(keys).toHaveLength(2))
    expect(keys[0]).not.toBeNull()
    expect(keys[1]).toBe(keys[0])
  })
})

test("each sentence of the rules has words", () => {
  const folder = "../src/batua/modules/groups/rules"
  const text = readdirSync(folder).filter((name) => name.endsWith(".py")).map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("")
  const keys = [...text.matchAll(/Phrase\(\s*"([a-z_.]+)"/g)].map((found) => found[1] ?? "")
  expect(keys.length).toBeGreaterThan(10)
  const has = (key: string) => {
    let found: unknown = words
    for (const part of key.split(".")) found = (found as Record<string, unknown> | undefined)?.[part]
    return typeof found === "string"
  }
  // What the vote card counts, it says in one sentence of its own; a plural has two texts.
  expect(keys.filter((key) => !key.startsWith("vote.") && !has(key) && !has(`${key}_other`))).toEqual([])
})
