/** What the app asks about wallets: balances, movements, limits. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"

export const walletsQuery = queryOptions({
  queryKey: ["wallets"],
  queryFn: async ({ signal }) => (await ask(api.GET("/wallets", { signal }))).items,
  meta: { offline: true },
})

export const limitsQuery = (currency?: string) =>
  queryOptions({
    queryKey: ["limits", currency ?? ""],
    queryFn: async ({ signal }) => {
      const query = currency ? { currency } : {}
      return (await ask(api.GET("/limits", { params: { query }, signal }))).items
    },
    meta: { offline: true },
  })

export const statementQuery = (wallet: string) =>
  infiniteQueryOptions({
    queryKey: ["wallets", wallet, "statement"],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam, limit: 50 } : { limit: 50 }
      const params = { path: { id: wallet }, query }
      return ask(api.GET("/wallets/{id}/statement", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })

/** What was in a wallet at a moment. */
export const balanceAtQuery = (wallet: string, at: string | null) =>
  queryOptions({
    queryKey: ["wallets", wallet, "balance", at],
    queryFn: ({ signal }) => {
      const params = { path: { id: wallet }, query: { at: at ?? undefined } }
      return ask(api.GET("/wallets/{id}/balance", { params, signal }))
    },
    enabled: at !== null,
  })
