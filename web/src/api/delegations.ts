/** Votes that members give one another for a while. */
import { queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import type { Schema } from "./types"

export type Delegation = Schema["DelegationOut"]

export const delegationsQuery = (id: string) =>
  queryOptions({
    queryKey: ["groups", "delegations", id],
    queryFn: async ({ signal }) =>
      (await ask(api.GET("/groups/{id}/delegations", { params: { path: { id } }, signal }))).items,
  })

export const delegate = (id: string, body: Schema["DelegateIn"]) =>
  ask(api.PUT("/groups/{id}/delegation", { body, params: { path: { id } } }))

export const endDelegation = (id: string) => ask(api.DELETE("/groups/{id}/delegation", { params: { path: { id } } }))
