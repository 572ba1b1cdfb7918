/** What the app asks about earlier rules of a group. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import { paged } from "./groups"
import type { Schema } from "./types"

export type Version = Schema["VersionOut"]

export const versionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["groups", "versions", id],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: paged(pageParam) }
      return ask(api.GET("/groups/{id}/constitution/versions", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

/** What one version changed of another; neither ever changes. */
export const differenceQuery = (id: string, was: number, becomes: number) =>
  queryOptions({
    queryKey: ["groups", "difference", id, was, becomes],
    queryFn: async ({ signal }) => {
      const params = { path: { id }, query: { was, becomes } }
      return (await ask(api.GET("/groups/{id}/constitution/changes", { params, signal }))).items
    },
    staleTime: Infinity,
  })
