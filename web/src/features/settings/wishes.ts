/** How the person wishes to be reached. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Wishes = Schema["WishesShape"]
export type Channel = Wishes["off"][number]

export const CHANNELS = ["email", "sms", "whatsapp", "call", "push"] as const satisfies Channel[]

export const wishesQuery = queryOptions({
  queryKey: ["wishes"],
  queryFn: ({ signal }) => ask(api.GET("/notifications/wishes", { signal })),
})

export const digestQuery = queryOptions({
  queryKey: ["wishes", "digest"],
  queryFn: ({ signal }) => ask(api.GET("/notifications/digest", { signal })),
  gcTime: 0,
})

export function useWish() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Wishes) => ask(api.PUT("/notifications/wishes", { body })),
    onSuccess: (kept) => cache.setQueryData(wishesQuery.queryKey, kept),
  })
}
