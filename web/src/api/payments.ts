/** What the app asks about payments: one, many, and what a new one would do. */
import { queryOptions, type InfiniteData } from "@tanstack/react-query"
import { api, ask } from "./client"
import { queries } from "./queries"
import type { Payment, Schema } from "./types"

type Page = Schema["PaymentPage"]

export const paymentQuery = (id: string) =>
  queryOptions<Payment>({
    queryKey: ["payments", "one", id],
    queryFn: ({ signal }) => ask(api.GET("/payments/{id}", { params: { path: { id } }, signal })),
    placeholderData: () => seenPayment(id)?.payment,
    meta: { offline: true },
  })

/** The payment as it stood in any list on this device, and when: a receipt opens without a network. */
export function seenPayment(id: string): { payment: Payment; at: number } | undefined {
  for (const { state } of queries.getQueryCache().findAll({ queryKey: ["payments"] })) {
    const payment = paymentsOf(state.data).find((known) => known.id === id)
    if (payment) return { payment, at: state.dataUpdatedAt }
  }
  return undefined
}

function paymentsOf(list: unknown): Payment[] {
  if (Array.isArray(list)) return list as Payment[]
  if (typeof list !== "object" || list === null || !("pages" in list)) return []
  return (list as InfiniteData<Page>).pages.flatMap((page) => page.items)
}

export const recentPaymentsQuery = queryOptions({
  queryKey: ["payments", "recent"],
  queryFn: async ({ signal }) => {
    const query = { limit: 8 }
    return (await ask(api.GET("/payments", { params: { query }, signal }))).items
  },
  meta: { offline: true },
})

/** What a send would do; asked anew each time the check screen opens. */
export const checkQuery = (body: Schema["CheckIn"]) =>
  queryOptions({
    queryKey: ["payments", "check", body],
    queryFn: ({ signal }) => ask(api.POST("/payments/check", { body, signal })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
