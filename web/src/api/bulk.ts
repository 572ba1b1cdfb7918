/** Many payments by one order: looked at before, sent, followed while they are made, gone on with. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { useSyncExternalStore } from "react"
import { keyFor, spendKey } from "@/lib/idempotency"
import { API_BASE, api, ask, authFetch } from "./client"
import { isProblem, refusal } from "./problem"
import { queries } from "./queries"
import type { Schema } from "./types"

export type Preview = Schema["PreviewOut"]
export type PreviewLine = Schema["PreviewLineOut"]
export type Batch = Schema["BatchOut"]
export type BatchLine = Schema["BatchLineOut"]
export type BatchOrder = Schema["BatchIn"]
export type Mode = Schema["BatchMode"]
/** Why a line does not go, in a preview or afterwards. */
export type LineRefusal = Schema["LineRefusalOut"]

const LINES = "application/x-ndjson"
const PATH = `${API_BASE}/payments/batch`
const MOST_TRIES = 4
const WAIT_MS = 1_500

/** Read a table, and hear of each line who is paid and what is wrong; nothing moves. */
export async function previewTable(table: Blob): Promise<Preview> {
  const headers = { "Content-Type": "text/csv" }
  const response = await authFetch(new Request(`${PATH}/preview`, { method: "POST", headers, body: table }))
  if (!response.ok) throw await refusal(response)
  return (await response.json()) as Preview
}

/** The same order has the same key, also when it is given again after a lost network. */
async function keyOf(order: BatchOrder): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(order))
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return keyFor(`batch:${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`)
}

/** Give an order; the id of the batch once it has begun. What follows is seen by `useRun`. */
export async function sendBatch(order: BatchOrder, proof?: string): Promise<string> {
  const key = await keyOf(order)
  const headers = {
    Accept: LINES,
    "Content-Type": "application/json",
    "Idempotency-Key": key,
    ...(proof && { "Step-Up-Token": proof }),
  }
  const request = new Request(PATH, { method: "POST", headers, body: JSON.stringify(order) })
  try {
    const response = await authFetch(request)
    if (!response.ok) throw await refusal(response)
    spendKey(key)
    return follow(response, order.items.length)
  } catch (problem) {
    if (isProblem(problem) && problem.isRefusal) spendKey(key)
    throw problem
  }
}

/** Go on with a batch that stopped half-way. */
export async function goOn({ id, items }: Pick<Batch, "id" | "items">): Promise<string> {
  return follow(await askToGoOn(id), items)
}

async function askToGoOn(id: string): Promise<Response> {
  const headers = { Accept: LINES }
  const response = await authFetch(new Request(`${PATH}es/${id}/continue`, { method: "POST", headers }))
  if (!response.ok) throw await refusal(response)
  return response
}

/** How many lines of a batch are decided, while this tab hears of it. */
export interface Run {
  done: number
  items: number
}

const runs = new Map<string, Run>()
const listeners = new Set<() => void>()

function tell(id: string, run: Run | null): void {
  if (run) runs.set(id, run)
  else runs.delete(id)
  listeners.forEach((hear) => hear())
}

/** Of a batch that is being made now; undefined when it is not, or not by this tab. */
export function useRun(id: string): Run | undefined {
  return useSyncExternalStore(
    (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    () => runs.get(id),
  )
}

/** Hear an answer to its end, also when the screen is left; one that breaks off is asked for again. */
function follow(response: Response, items: number): string {
  const id = response.headers.get("Batua-Batch") ?? ""
  tell(id, { done: 0, items })
  void hearAll(id, response, items).finally(() => {
    tell(id, null)
    for (const key of ["batches", "wallets", "payments", "limits"])
      void queries.invalidateQueries({ queryKey: [key] })
  })
  return id
}

async function hearAll(id: string, first: Response, items: number): Promise<void> {
  let response = first
  for (let attempt = 1; ; attempt += 1) {
    const done = await hear(id, response, items).catch(() => 0)
    if (done >= items || attempt === MOST_TRIES) return
    await new Promise((go) => setTimeout(go, WAIT_MS))
    response = await askToGoOn(id)
  }
}

/** Count the lines as they come. */
async function hear(id: string, response: Response, items: number): Promise<number> {
  let done = 0
  const reader = response.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return done
    done += part.value.filter((byte) => byte === 10).length
    tell(id, { done, items })
  }
}

const SOON_MS = 1_000

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ["batches", "one", id],
    queryFn: ({ signal }) => ask(api.GET("/payments/batches/{id}", { params: { path: { id } }, signal })),
    // Made by another tab or another device, it is looked at until it has come to rest.
    refetchInterval: ({ state }) => (state.data?.status === "running" ? SOON_MS : false),
  })

export const batchesQuery = infiniteQueryOptions({
  queryKey: ["batches", "list"],
  queryFn: ({ pageParam, signal }) => {
    const query = { limit: 20, ...(pageParam && { cursor: pageParam }) }
    return ask(api.GET("/payments/batches", { params: { query }, signal }))
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
})

export const linesQuery = (id: string, status?: "refused") =>
  infiniteQueryOptions({
    queryKey: ["batches", "lines", id, status],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(status && { status }), ...(pageParam && { cursor: pageParam }) }
      const params = { path: { id }, query }
      return ask(api.GET("/payments/batches/{id}/results", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })
