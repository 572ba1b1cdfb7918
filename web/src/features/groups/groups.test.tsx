import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { readdirSync, readFileSync } from "node:fs"
import type { Right, Vote } from "@/api/groups"
import { enter } from "@/api/session"
import { GROUP, VOTE, group, inr, page, vote } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import words from "@/locales/en/groups.json"

const RIGHTS: Right[] = ["read", "contribute", "vote", "propose", "export"]
const asked = (yes: number, more: Partial<Vote> = {}) => {
  const tally = { electors: 9, needed: 5, percent: 51, yes, no: 1, abstain: 0, gone: 0, waiting: 8 - yes }
  return vote({ reason: "The pump broke", version: 3, amount: inr(50_000), tally, may_vote: true, needs_pin: true, ...more })
}

function serve(rights = RIGHTS) {
  quiet()
  const pot = { balance: inr(200_000), available: inr(150_000) }
  const needs = { votes: [VOTE], joins: 0, joins_by_vote: false, guarantees: [], instalment: null, dues: null }
  const more = { purpose: "A new pump", members: 10, my_share: inr(50_000), pot, open_proposals: 1, needs }
  answer("get", `/groups/${GROUP}`, group(rights, more))
  answer("get", `/groups/${GROUP}/proposals`, page(asked(4)))
  answer("get", `/groups/${GROUP}/transactions`, page())
  answer("get", `/groups/${GROUP}/members`, page())
  answer("get", `/groups/${GROUP}/proposals/${VOTE}/ballots`, page())
  answer("get", "/wallets", page())
}

beforeEach(() => {
  enter(session())
})

describe("a group", () => {
  test("shows the pot, my share, and the vote that waits for me with its rule", async () => {
    serve()
    open(`/groups/${GROUP}`)
    expect(await screen.findByText("1 vote waits for you")).toBeVisible()
    expect(screen.getByText("₹500 to Ravi Kumar")).toBeVisible()
    expect(screen.getByText("5 of 9 must say yes: 4 so far")).toBeVisible()
    expect(screen.getByText("₹500 of it is set aside for what was voted.")).toBeVisible()
    expect(screen.queryByRole("link", { name: "Invite" })).toBeNull()
  })

  test("offers a viewer nothing that she may not do", async () => {
    serve(["read"])
    open(`/groups/${GROUP}`)
    await screen.findByText("In the pot")
    expect(screen.queryByRole("link", { name: "Put money in" })).toBeNull()
    expect(screen.queryByRole("link", { name: "Ask for money" })).toBeNull()
  })

  test("asks the PIN when the server wants it, and votes on the version that was seen", async () => {
    serve()
    let yes = 4
    const bodies: [unknown, string | null][] = []
    answer("get", `/groups/${GROUP}/proposals/${VOTE}`, () =>
      HttpResponse.json(
        yes === 5
          ? asked(5, { status: "executed", may_vote: false, mine: "yes" })
          : asked(yes, { needs_pin: false }),
      ),
    )
    answer("post", "/auth/step-up", { token: "proof", expires_at: "2025-11-20T09:35:00Z" })
    answer("post", `/groups/${GROUP}/proposals/${VOTE}/vote`, async (request) => {
      const proof = request.headers.get("Step-Up-Token")
      bodies.push([await request.json(), proof])
      if (!proof) return refuse("identity.step_up_required", 403)
      yes = 5
      return HttpResponse.json(asked(5))
    })
    const { user } = open(`/groups/${GROUP}/votes/${VOTE}`)
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
    answer("get", "/wallets", page({ id: GROUP, currency: "INR", balance: inr(90_000), available: inr(90_000), pending_in: inr(0), pending_out: inr(0) }))
    answer("post", `/groups/${GROUP}/transactions`, (request) => {
      keys.push(request.headers.get("Idempotency-Key"))
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json({ id: VOTE }, { status: 201 })
    })
    const { user } = open(`/groups/${GROUP}/contribute`)
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
