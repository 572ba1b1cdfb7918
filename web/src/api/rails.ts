/** What the app asks about money that comes from outside and goes there. */
import { queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"

const ASK_AGAIN_MS = 3_000

/** States that the provider has not ended yet. */
export function isOpen(status: string): boolean {
  return status === "pending" || status === "unknown"
}

export const topUpQuery = (id: string) =>
  queryOptions({
    queryKey: ["top-ups", id],
    queryFn: ({ signal }) => ask(api.GET("/top-ups/{id}", { params: { path: { id } }, signal })),
    // Live updates say when it ends; this is for when they are cut off.
    refetchInterval: ({ state }) => (!state.data || isOpen(state.data.status) ? ASK_AGAIN_MS : false),
    meta: { offline: true },
  })

/** The provider's call may be late or lost: ask now. */
export const askTopUp = (id: string) => ask(api.POST("/top-ups/{id}/ask", { params: { path: { id } } }))

export const withdrawalQuery = (id: string) =>
  queryOptions({
    queryKey: ["withdrawals", "one", id],
    queryFn: ({ signal }) =>
      ask(api.GET("/withdrawals/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (!state.data || isOpen(state.data.status) ? ASK_AGAIN_MS : false),
    meta: { offline: true },
  })

/** Accounts money was sent to before; kept by the server alone, never on this device. */
export const destinationsQuery = queryOptions({
  queryKey: ["withdrawals", "destinations"],
  queryFn: async ({ signal }) => (await ask(api.GET("/withdrawals/destinations", { signal }))).items,
})
