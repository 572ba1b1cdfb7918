import { beforeEach, describe, expect, test } from "vitest"
import { keyFor, spendKey } from "./idempotency"
import {
  forgetAllOrders,
  pendingOrders,
  rememberOrder,
  resolveOrders,
  type PendingOrder,
} from "./pending-send"

const order = (key: string, person = "asha"): PendingOrder => ({
  key,
  person,
  kind: "send",
  body: { payee: "meena", amount: { minor: 50000, currency: "INR" } },
  label: { name: "Meena", amount: { minor: 50000, currency: "INR" } },
  at: 1,
})

beforeEach(() => {
  forgetAllOrders()
  sessionStorage.clear()
})

describe("a key belongs to one check screen", () => {
  test("the same order has the same key until it is spent", () => {
    const key = keyFor("send:meena:50000")
    expect(keyFor("send:meena:50000")).toBe(key)
    expect(keyFor("send:meena:50001")).not.toBe(key)
    spendKey(key)
    expect(keyFor("send:meena:50000")).not.toBe(key)
  })

  test("the key outlives the page, which is what a killed tab needs", () => {
    const key = keyFor("send:meena:50000")
    expect(sessionStorage.getItem("batua.keys")).toContain(key)
  })
})

describe("an order that was given and never answered", () => {
  test("is written down before the answer comes", () => {
    rememberOrder(order("k1"))
    expect(JSON.parse(localStorage.getItem("batua.pending") ?? "")).toEqual([order("k1")])
  })

  test("is given again with its own key, once, and then forgotten", async () => {
    rememberOrder(order("k1"))
    const given: string[] = []
    const give = (pending: PendingOrder) => {
      given.push(pending.key)
      return Promise.resolve("paid")
    }
    const fates = await resolveOrders("asha", give, () => true)
    expect(fates).toEqual([{ order: order("k1"), is: "done", answer: "paid" }])
    expect(await resolveOrders("asha", give, () => true)).toEqual([])
    expect(given).toEqual(["k1"])
    expect(pendingOrders()).toEqual([])
  })

  test("stays when no answer comes, and goes when it is refused", async () => {
    rememberOrder(order("k1"))
    const lost = () => Promise.reject(new Error("lost"))
    expect(await resolveOrders("asha", lost, () => false)).toMatchObject([{ is: "unknown" }])
    expect(pendingOrders()).toHaveLength(1)
    expect(await resolveOrders("asha", lost, () => true)).toMatchObject([{ is: "refused" }])
    expect(pendingOrders()).toEqual([])
  })

  test("is never given in another person's name", async () => {
    rememberOrder(order("k1", "asha"))
    const give = () => Promise.reject(new Error("must not be called"))
    expect(await resolveOrders("meena", give, () => true)).toEqual([])
    expect(pendingOrders()).toHaveLength(1)
  })

  test("two tabs that open at once give it once", async () => {
    rememberOrder(order("k1"))
    let count = 0
    const give = () => {
      count += 1
      return Promise.resolve("paid")
    }
    await Promise.all([
      resolveOrders("asha", give, () => true),
      resolveOrders("asha", give, () => true),
    ])
    expect(count).toBe(1)
  })
})
