/** Endpoints of integrators, what was sent to them, and what officers do about it. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Endpoint = Schema["WebhookEndpointOut"]
export type Delivery = Schema["WebhookDeliveryOut"]
export type State = Delivery["state"]

export const STATES = ["queued", "delivered", "failed"] as const satisfies State[]
const WATCH_MS = 5_000

export const endpointsQuery = queryOptions({
  queryKey: ["webhooks", "endpoints"],
  queryFn: ({ signal }) => ask(api.GET("/webhook-endpoints", { signal })),
})

export const endpointQuery = (id: string) =>
  queryOptions({
    queryKey: ["webhooks", "endpoints", id],
    queryFn: ({ signal }) => ask(api.GET("/webhook-endpoints/{id}", { params: { path: { id } }, signal })),
  })

export const kindsQuery = queryOptions({
  queryKey: ["webhooks", "kinds"],
  queryFn: ({ signal }) => ask(api.GET("/webhook-kinds", { signal })),
  staleTime: Infinity,
})

/** What was sent to an endpoint; looked at again while something waits. */
export const deliveriesQuery = (endpoint: string, state: State | "") =>
  infiniteQueryOptions({
    queryKey: ["webhooks", "deliveries", endpoint, state],
    queryFn: ({ pageParam, signal }) => {
      const query = { endpoint, state: state || undefined, cursor: pageParam ?? undefined }
      return ask(api.GET("/webhook-deliveries", { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state: found }) =>
      found.data?.pages.some(({ items }) => items.some((one) => one.state === "queued")) && WATCH_MS,
  })

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ["webhooks", "deliveries", "one", id],
    queryFn: ({ signal }) => ask(api.GET("/webhook-deliveries/{id}", { params: { path: { id } }, signal })),
  })

function useAct<In, Out>(mutationFn: (given: In) => Promise<Out>) {
  const cache = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => cache.invalidateQueries({ queryKey: ["webhooks"] }) })
}

export const useRegister = () =>
  useAct((body: Schema["WebhookEndpointIn"]) => ask(api.POST("/webhook-endpoints", { body })))

/** What is done with one endpoint. */
export function useActs(id: string) {
  const params = { path: { id } }
  return {
    test: useAct(() => ask(api.POST("/webhook-endpoints/{id}/test", { params }))),
    rotate: useAct(() => ask(api.POST("/webhook-endpoints/{id}/rotate-secret", { params }))),
    remove: useAct(() => ask(api.DELETE("/webhook-endpoints/{id}", { params }))),
    turn: useAct((state: Endpoint["state"]) =>
      ask(api.PATCH("/webhook-endpoints/{id}", { params, body: { state } })),
    ),
    replayFailed: useAct((since: string) =>
      ask(api.POST("/webhook-endpoints/{id}/replay", { params, body: { since } })),
    ),
  }
}

export const useReplay = () =>
  useAct((id: string) => ask(api.POST("/webhook-deliveries/{id}/replay", { params: { path: { id } } })))
