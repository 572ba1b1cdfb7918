/** Providers and channels: how each is connected, what it sent, what was tried through it. */
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Connection = Schema["ConnectionOut"]
export type Setting = Schema["ConnectionSettingOut"]
export type Rail = Schema["RailOut"]
export type Attempt = Schema["AttemptOut"]
export type Callback = Schema["CallbackOut"]
export type Verdict = Schema["ConnectionTestOut"]
export type Changes = Record<string, string | null>

export const railsQuery = queryOptions({
  queryKey: ["connections", "rails"],
  queryFn: ({ signal }) => ask(api.GET("/gateways/providers", { signal })),
})

export const channelsQuery = queryOptions({
  queryKey: ["connections", "channels"],
  queryFn: ({ signal }) => ask(api.GET("/channels", { signal })),
})

const railQuery = (name: string) =>
  queryOptions({
    queryKey: ["connections", "rails", name],
    queryFn: ({ signal }) => ask(api.GET("/gateways/providers/{name}", { params: { path: { name } }, signal })),
  })

/** What of the house is connected under a name; there are few channels, so they are looked through first. */
export function useConnected(name: string) {
  const channels = useQuery(channelsQuery)
  const channel = channels.data?.items.find((one) => one.name === name)
  const rail = useQuery({ ...railQuery(name), enabled: channels.isSuccess && !channel })
  const failed = [channels, rail].find((one) => one.isError)
  return {
    connection: channel ?? rail.data?.connection,
    rail: channel ? undefined : rail.data,
    error: failed?.error,
    retry: () => void failed?.refetch(),
  }
}

export const callbacksQuery = (provider: string) =>
  infiniteQueryOptions({
    queryKey: ["connections", "callbacks", provider],
    queryFn: ({ pageParam, signal }) => {
      const query = { provider, cursor: pageParam ?? undefined }
      return ask(api.GET("/gateways/callbacks", { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const rejectedQuery = (provider: string) =>
  infiniteQueryOptions({
    queryKey: ["connections", "rejected", provider],
    queryFn: ({ pageParam, signal }) => {
      const query = { provider, cursor: pageParam ?? undefined }
      return ask(api.GET("/gateways/callbacks/rejected", { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const attemptsQuery = (provider: string, state: Attempt["state"] | "") =>
  infiniteQueryOptions({
    queryKey: ["connections", "attempts", provider, state],
    queryFn: ({ pageParam, signal }) => {
      const query = { provider, state: state || undefined, cursor: pageParam ?? undefined, limit: 30 }
      return ask(api.GET("/gateways/attempts", { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

interface Keeping {
  version: number
  values: Changes
  keepHours: number
  proof: string
}

/** What is given to these holds secrets, so nothing of it stays in memory when they are done. */
const FORGETFUL = { gcTime: 0 } as const

/** What is done with one connection; a channel has the same verbs at an address of its own. */
export function useActs(name: string, isRail: boolean) {
  const cache = useQueryClient()
  const path = { name }
  const onSettled = () => cache.invalidateQueries({ queryKey: ["connections"] })
  const keep = useMutation({
    ...FORGETFUL,
    mutationFn: ({ version, values, keepHours, proof }: Keeping) => {
      const body = { version, values, keep_hours: keepHours }
      const params = { path, header: { "Step-Up-Token": proof } }
      return isRail
        ? ask(api.PUT("/gateways/providers/{name}/keys", { params, body }))
        : ask(api.PUT("/channels/{name}/keys", { params, body }))
    },
    onSettled,
  })
  const forget = useMutation({
    mutationFn: ({ version, proof }: { version: number; proof: string }) => {
      const params = { path, query: { version }, header: { "Step-Up-Token": proof } }
      return isRail
        ? ask(api.DELETE("/gateways/providers/{name}/keys", { params }))
        : ask(api.DELETE("/channels/{name}/keys", { params }))
    },
    onSettled,
  })
  const test = useMutation({
    ...FORGETFUL,
    mutationFn: (values: Changes | null) => {
      const given = { params: { path }, body: { values } }
      return isRail
        ? ask(api.POST("/gateways/providers/{name}/test", given))
        : ask(api.POST("/channels/{name}/test", given))
    },
  })
  return { keep, forget, test }
}

export function useReplay() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ provider, event_id }: Callback) =>
      ask(api.POST("/gateways/callbacks/replay", { body: { provider, event_id } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ["connections"] }),
  })
}
