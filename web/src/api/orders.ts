/** Orders that move money: written down, given once, and given again with the same key until answered. */
import { useSyncExternalStore } from "react"
import {
  forgetOrder,
  onPendingChange,
  pendingOrders,
  rememberOrder,
  resolveOrders,
  type PendingOrder,
} from "@/lib/pending-send"
import { keyFor } from "@/lib/idempotency"
import { api, ask } from "./client"
import { isProblem } from "./problem"
import { queries } from "./queries"
import { sessionState } from "./session"
import type { Payment, Schema } from "./types"

/** An answered order: what was made, and where it is shown. */
export interface Done {
  is: "done"
  id: string
  to: string
}
export interface Refused {
  is: "refused"
  problem: unknown
}
/** No answer yet: the order may or may not have arrived. */
export interface Unknown {
  is: "unknown"
}
export type Outcome = Done | Refused | Unknown

export type Draft = Pick<PendingOrder, "kind" | "request" | "body" | "label">

const outcomes = new Map<string, Outcome>()
const proofs = new Map<string, string>()
const watched = new Map<string, number>()
const underway = new Set<string>()
const listeners = new Set<() => void>()

function tell(): void {
  listeners.forEach((hear) => hear())
}

/**
 * The key of a draft. The same order whose fate is still unknown keeps its key, also in another
 * tab: ordering it once more then asks about the first one and cannot make a second.
 */
export function keyOf(draft: Draft): string {
  const person = personId()
  const same = (known: PendingOrder) =>
    known.person === person && describe(known) === describe(draft)
  return pendingOrders().find(same)?.key ?? keyFor(describe(draft))
}

function describe({ kind, request, body }: Draft): string {
  return `${kind}:${request ?? ""}:${JSON.stringify(body)}`
}

export function isUnderway(key: string): boolean {
  return pendingOrders().some((order) => order.key === key)
}

function personId(): string {
  const state = sessionState()
  return state.is === "out" ? "" : state.personId
}

/**
 * Whether a problem is the server's last word on an order. A lost network is not, nor is a server
 * that asks to come back later, nor an ended session: the order may have arrived before.
 */
export function isFinal(problem: unknown): boolean {
  if (!isProblem(problem) || problem.status < 400 || problem.status >= 500) return false
  if (problem.status === 401 || problem.status === 408) return false
  return problem.status !== 429 || !problem.retry
}

async function post({ kind, key, request, body }: PendingOrder): Promise<Done> {
  const proof = proofs.get(key)
  const header = { "Idempotency-Key": key, ...(proof && { "Step-Up-Token": proof }) }
  switch (kind) {
    case "send": {
      const order = body as Schema["SendIn"]
      return payment(await ask(api.POST("/payments", { body: order, params: { header } })))
    }
    case "pay_request": {
      const params = { header, path: { id: request ?? "" } }
      return payment(await ask(api.POST("/requests/{id}/pay", { params })))
    }
    case "ask": {
      const order = body as Schema["AskIn"]
      const { id } = await ask(api.POST("/requests", { body: order, params: { header } }))
      return { is: "done", id, to: `/requests/${id}` }
    }
    case "withdraw": {
      const order = body as Schema["WithdrawIn"]
      const { id } = await ask(api.POST("/withdrawals", { body: order, params: { header } }))
      return { is: "done", id, to: `/withdrawals/${id}` }
    }
    case "top_up": {
      const order = body as Schema["TopUpIn"]
      const { id } = await ask(api.POST("/top-ups", { body: order, params: { header } }))
      return { is: "done", id, to: `/add-money/${id}` }
    }
  }
}

function payment(made: Payment): Done {
  queries.setQueryData(["payments", "one", made.id], made)
  return { is: "done", id: made.id, to: `/payments/${made.id}/done` }
}

function settle(key: string, outcome: Outcome): Outcome {
  outcomes.set(key, outcome)
  if (outcome.is !== "unknown") {
    proofs.delete(key)
    for (const name of ["wallets", "payments", "requests", "limits", "payees", "withdrawals"])
      void queries.invalidateQueries({ queryKey: [name] })
  }
  tell()
  return outcome
}

/** Give an order. A second call while the first is on its way does nothing. */
export async function place(draft: Draft, key: string, proof?: string): Promise<Outcome | null> {
  if (underway.has(key)) return null
  const order: PendingOrder = { ...draft, key, person: personId(), at: Date.now() }
  underway.add(key)
  if (proof) proofs.set(key, proof)
  rememberOrder(order)
  try {
    const done = await post(order)
    forgetOrder(key)
    return settle(key, done)
  } catch (problem) {
    if (!isFinal(problem)) return settle(key, { is: "unknown" })
    forgetOrder(key)
    return settle(key, { is: "refused", problem })
  } finally {
    underway.delete(key)
  }
}

export interface Told {
  order: PendingOrder
  outcome: Done | Refused
}

/** Give again what was never answered; returns what nobody is looking at, to be told. */
export async function resume(): Promise<Told[]> {
  const busy = (problem: unknown) => problem === STILL_UNDERWAY || !isFinal(problem)
  const give = async (order: PendingOrder) => {
    if (underway.has(order.key)) throw STILL_UNDERWAY
    return post(order)
  }
  const fates = await resolveOrders<Done>(personId(), give, (problem) => !busy(problem))
  const told: Told[] = []
  for (const fate of fates) {
    if (fate.is === "unknown") continue
    const outcome: Done | Refused =
      fate.is === "done" ? fate.answer : { is: "refused", problem: fate.problem }
    settle(fate.order.key, outcome)
    if (!watched.get(fate.order.key)) told.push({ order: fate.order, outcome })
  }
  return told
}

const STILL_UNDERWAY = new Error("this order is being given right now")

function subscribe(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** What has become of an order; whoever looks will not be told by a message as well. */
export function useOutcome(key: string): Outcome | undefined {
  return useSyncExternalStore(
    (hear) => {
      watched.set(key, (watched.get(key) ?? 0) + 1)
      const stop = subscribe(hear)
      return () => {
        watched.set(key, (watched.get(key) ?? 1) - 1)
        stop()
      }
    },
    () => outcomes.get(key),
  )
}

/** Orders of this person whose fate is not known. */
export function usePending(): PendingOrder[] {
  const all = useSyncExternalStore(onPendingChange, pendingOrders)
  const person = personId()
  return all.filter((order) => order.person === person)
}
