/** Through which channels each kind leaves the house, one after another until one arrives. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Order = Schema["OrderOut"]

export const ordersQuery = queryOptions({
  queryKey: ["orders"],
  queryFn: ({ signal }) => ask(api.GET("/notifications/orders", { signal })),
})

export function useChangeOrder(kind: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema["OrderIn"]) => {
      const params = { path: { kind: kind as Schema["Kind"] } }
      return ask(api.PUT("/notifications/orders/{kind}", { params, body }))
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ordersQuery.queryKey }),
  })
}
