import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { pendingOrders, rememberOrder } from "@/lib/pending-send"
import { answer, refuse, session } from "@/testing/server"
import { isFinal, keyOf, place, resume, type Draft } from "./orders"
import { ApiProblem, lost } from "./problem"
import { enter } from "./session"

const amount = { minor: 50_000, currency: "INR" }
const draft: Draft = {
  kind: "send",
  body: { payee: "0198c5f1-0000-7000-8000-000000000001", amount },
  label: { name: "Ravi", amount },
}
const made = { id: "0198c5f1-0000-7000-8000-0000000000aa", kind: "send", status: "succeeded" }
const done = { is: "done", id: made.id, to: `/payments/${made.id}/done` }

/** What each POST carried. */
function hearSends(...replies: (() => Response)[]) {
  const heard: { key: string | null; proof: string | null }[] = []
  answer("post", "/payments", (request) => {
    heard.push({
      key: request.headers.get("Idempotency-Key"),
      proof: request.headers.get("Step-Up-Token"),
    })
    const reply = replies[heard.length - 1] ?? replies.at(-1)
    return reply!()
  })
  return heard
}
const accept = () => HttpResponse.json(made, { status: 201 })
const lose = () => HttpResponse.error()

beforeEach(() => {
  enter(session())
})

describe("an order", () => {
  test("is given with its key and its proof, and is forgotten once it is answered", async () => {
    const heard = hearSends(accept)
    expect(await place(draft, "key-1", "proof")).toEqual(done)
    expect(heard).toEqual([{ key: "key-1", proof: "proof" }])
    expect(pendingOrders()).toEqual([])
  })

  test("is on its way once, however often the button is tapped", async () => {
    const heard = hearSends(accept)
    const outcomes = await Promise.all([place(draft, "key-2"), place(draft, "key-2")])
    expect(outcomes).toEqual([done, null])
    expect(heard).toHaveLength(1)
  })

  test("that was refused is over: nothing waits, and the next one has another key", async () => {
    hearSends(() => refuse("ledger.not_enough_money", 409))
    const key = keyOf(draft)
    const outcome = await place(draft, key)
    expect(outcome).toMatchObject({ is: "refused", problem: { code: "ledger.not_enough_money" } })
    expect(pendingOrders()).toEqual([])
    expect(keyOf(draft)).not.toBe(key)
  })

  test("without an answer stays written down, and the same order keeps its key", async () => {
    hearSends(lose)
    const key = keyOf(draft)
    expect(await place(draft, key)).toEqual({ is: "unknown" })
    expect(pendingOrders()).toMatchObject([{ key, kind: "send", person: session().person.id }])
    expect(keyOf(draft)).toBe(key)
    expect(keyOf({ ...draft, body: { ...(draft.body as object), note: "x" } })).not.toBe(key)
  })
})

describe("what was never answered", () => {
  test("is given again with the same key and, in the same tab, the same proof", async () => {
    const heard = hearSends(lose, accept)
    await place(draft, "key-3", "proof")
    const told = await resume()
    expect(heard).toEqual([
      { key: "key-3", proof: "proof" },
      { key: "key-3", proof: "proof" },
    ])
    expect(told).toMatchObject([{ order: { key: "key-3" }, outcome: done }])
    expect(pendingOrders()).toEqual([])
  })

  test("is told as refused when the server asks for the PIN: it had never arrived", async () => {
    const heard = hearSends(() => refuse("identity.step_up_required", 403))
    rememberOrder({ ...draft, key: "of-a-killed-tab", person: session().person.id, at: 1 })
    const told = await resume()
    expect(heard).toEqual([{ key: "of-a-killed-tab", proof: null }])
    expect(told).toMatchObject([{ outcome: { is: "refused" } }])
    expect(pendingOrders()).toEqual([])
  })

  test("waits on while the network is away, and is not told", async () => {
    hearSends(lose)
    await place(draft, "key-4")
    expect(await resume()).toEqual([])
    expect(pendingOrders()).toHaveLength(1)
  })

  test("is not given a second time while the first is still on its way", async () => {
    let go = () => undefined as unknown
    const wait = new Promise<void>((resolve) => {
      go = resolve
    })
    let count = 0
    answer("post", "/payments", async () => {
      count += 1
      await wait
      return accept()
    })
    const first = place(draft, "key-5")
    expect(await resume()).toEqual([])
    go()
    expect(await first).toEqual(done)
    expect(count).toBe(1)
  })

  test("of somebody else on this device is left alone", async () => {
    const heard = hearSends(accept)
    rememberOrder({ ...draft, key: "hers", person: "0198c5f0-aaaa-7000-8000-000000000000", at: 1 })
    expect(await resume()).toEqual([])
    expect(heard).toEqual([])
  })
})

describe("each kind of order leads to its own screen", () => {
  const id = made.id
  test.each([
    ["pay_request", `/requests/r-1/pay`, `/payments/${id}/done`],
    ["ask", "/requests", `/requests/${id}`],
    ["withdraw", "/withdrawals", `/withdrawals/${id}`],
    ["top_up", "/top-ups", `/add-money/${id}`],
  ] as const)("%s", async (kind, path, to) => {
    answer("post", path, () => HttpResponse.json({ id }, { status: 201 }))
    const order: Draft = { ...draft, kind, request: "r-1" }
    expect(await place(order, `key-${kind}`)).toEqual({ is: "done", id, to })
  })
})

describe("the last word of the server", () => {
  const problem = (status: number, retry = false) => new ApiProblem({ status, retry, code: "x.y" })
  test.each([400, 403, 404, 409, 429])("is a refusal with %i", (status) => {
    expect(isFinal(problem(status))).toBe(true)
  })
  test.each([401, 408, 500, 503])("is not an answer with %i", (status) => {
    expect(isFinal(problem(status))).toBe(false)
  })
  test("is not a plea to come back later, nor silence, nor a fault of our own", () => {
    expect(isFinal(problem(429, true))).toBe(false)
    expect(isFinal(lost(new TypeError("failed to fetch")))).toBe(false)
    expect(isFinal(new Error("a mistake"))).toBe(false)
  })
})
