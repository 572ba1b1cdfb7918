/** Files that prove what moved in a group: the server keeps and shows them to members. */
import { queryOptions } from "@tanstack/react-query"
import { api, API_BASE, ask, authFetch } from "./client"
import { refusal } from "./problem"
import { isOpen } from "./rails"
import type { Schema } from "./types"

export type Receipt = Schema["ReceiptOut"]

/** A link opens its file for five minutes; a page that stays open asks for fresh ones before. */
const FRESH_MS = 4 * 60_000
const AGAIN_MS = 3_000

export const movementQuery = (group: string, transaction: string) =>
  queryOptions({
    queryKey: ["groups", "movement", group, transaction],
    queryFn: ({ signal }) =>
      ask(api.GET("/groups/{id}/transactions/{transaction}", { params: { path: { id: group, transaction } }, signal })),
    // Money from outside comes when it comes, and who waits for it looks at this.
    refetchInterval: ({ state }) => (state.data && isOpen(state.data.status) ? AGAIN_MS : false),
    meta: { offline: true },
  })

export const receiptsQuery = (group: string, transaction: string) =>
  queryOptions({
    queryKey: ["groups", "receipts", group, transaction],
    queryFn: ({ signal }) =>
      ask(
        api.GET("/groups/{id}/transactions/{transaction}/receipts", {
          params: { path: { id: group, transaction } },
          signal,
        }),
      ),
    refetchInterval: FRESH_MS,
  })

export async function addReceipt(group: string, transaction: string, file: Blob): Promise<Receipt> {
  const address = `${API_BASE}/groups/${group}/transactions/${transaction}/receipts`
  const headers = { "Content-Type": file.type || "application/octet-stream" }
  const response = await authFetch(new Request(address, { method: "POST", body: file, headers }))
  if (!response.ok) throw await refusal(response)
  return (await response.json()) as Receipt
}

export const removeReceipt = (group: string, receipt: string) =>
  ask(api.DELETE("/groups/{id}/receipts/{receipt}", { params: { path: { id: group, receipt } } }))
