/** Orders written down before they are given, so that a killed tab can finish them exactly once. */
import { spendKey } from "./idempotency"
import { remembered } from "./remembered"

export interface PendingOrder {
  /** The Idempotency-Key: the server answers a repeat with the first result. */
  key: string
  /** Whose order it is; another person on this device never sees it. */
  person: string
  kind: "send" | "pay_request" | "withdraw" | "top_up" | "ask"
  /** The request that is paid, for kind "pay_request". */
  request?: string
  /** The body of the POST, as it was given. */
  body: unknown
  /** What to show while its fate is unknown. */
  label: { name: string; amount: { minor: number; currency: string } }
  /** When it was first given, in ms. */
  at: number
}

/** What became of an order that was given again. */
export type Fate<T> =
  | { order: PendingOrder; is: "done"; answer: T }
  | { order: PendingOrder; is: "refused"; problem: unknown }
  | { order: PendingOrder; is: "unknown" }

const listeners = new Set<() => void>()
let cached: PendingOrder[] | null = null

function read(): PendingOrder[] {
  if (cached) return cached
  try {
    cached = JSON.parse(remembered.pending.get() ?? "[]") as PendingOrder[]
  } catch {
    cached = []
  }
  return cached
}

function write(orders: PendingOrder[]): void {
  cached = orders
  if (orders.length) remembered.pending.set(JSON.stringify(orders))
  else remembered.pending.forget()
  listeners.forEach((tell) => tell())
}

/** Write the order down; call it right before the POST. */
export function rememberOrder(order: PendingOrder): void {
  write([...read().filter((known) => known.key !== order.key), order])
}

/** The server has answered for good, with a payment or with a refusal. */
export function forgetOrder(key: string): void {
  write(read().filter((known) => known.key !== key))
  spendKey(key)
}

/** Orders of this person whose fate is not known. The same array until something changes. */
export function pendingOrders(): PendingOrder[] {
  return read()
}

export function onPendingChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Everything is forgotten when a person signs out. */
export function forgetAllOrders(): void {
  write([])
}

/**
 * Give each order of `person` again with its own key, and report its fate.
 *
 * `give` posts the order. `isFinal` says whether a problem is the server's last word; a lost
 * network is not, and leaves the order for the next time. One tab at a time does this.
 */
export async function resolveOrders<T>(
  person: string,
  give: (order: PendingOrder) => Promise<T>,
  isFinal: (problem: unknown) => boolean,
): Promise<Fate<T>[]> {
  return navigator.locks.request("batua.pending", async () => {
    cached = null
    const fates: Fate<T>[] = []
    for (const order of read().filter((known) => known.person === person)) {
      fates.push(await resolveOne(order, give, isFinal))
    }
    return fates
  })
}

async function resolveOne<T>(
  order: PendingOrder,
  give: (order: PendingOrder) => Promise<T>,
  isFinal: (problem: unknown) => boolean,
): Promise<Fate<T>> {
  try {
    const answer = await give(order)
    forgetOrder(order.key)
    return { order, is: "done", answer }
  } catch (problem) {
    if (!isFinal(problem)) return { order, is: "unknown" }
    forgetOrder(order.key)
    return { order, is: "refused", problem }
  }
}
