/** The delivery log, and the button that tries a delivery again. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Delivery = Schema["DeliveryOut"]
export type State = Delivery["state"]
export type Channel = Delivery["channel"]

export const STATES = ["queued", "sent", "delivered", "failed", "cancelled"] as const satisfies State[]
export const CHANNELS = ["email", "sms", "whatsapp", "call", "push"] as const satisfies Channel[]

/** What is looked for; empty for all. */
export interface Wanted {
  state: State | ""
  channel: Channel | ""
  to: string
}

export const deliveriesQuery = ({ state, channel, to }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ["deliveries", state, channel, to],
    queryFn: ({ pageParam, signal }) => {
      const body = { state: state || null, channel: channel || null, to, cursor: pageParam, limit: 30 }
      return ask(api.POST("/deliveries/search", { body, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export function useRetry() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => ask(api.POST("/deliveries/{id}/retry", { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ["deliveries"] }),
  })
}
