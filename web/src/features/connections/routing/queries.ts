/** The rules of routing, kept as one document with a version, and a dry run of them. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Routing = Schema["RoutingOut"]
export type Rule = Schema["RouteRule"]
export type Cost = Schema["Cost"]
export type Route = Schema["RouteOut"]
export type Standing = Schema["CandidateOut"]["standing"]

export const routingQuery = queryOptions({
  queryKey: ["routing"],
  queryFn: ({ signal }) => ask(api.GET("/gateways/routing", { signal })),
})

export function useKeep() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema["RoutingIn"]) => ask(api.PUT("/gateways/routing", { body })),
    onSuccess: (kept) => cache.setQueryData(routingQuery.queryKey, kept),
    // After a refusal, what somebody else has kept is looked at.
    onError: () => cache.invalidateQueries({ queryKey: routingQuery.queryKey }),
  })
}

export const useTrial = () =>
  useMutation({
    mutationFn: (body: Schema["RouteTrialIn"]) => ask(api.POST("/gateways/routing/trial", { body })),
  })
