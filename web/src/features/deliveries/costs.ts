/** What channels cost, and the tariffs it is estimated by. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"
import type { Channel } from "./queries"

export type Cost = Schema["ChannelCostOut"]
export type Tariff = Schema["TariffOut"]

export const costsQuery = (first: string, last: string) =>
  queryOptions({
    queryKey: ["deliveries", "costs", first, last],
    queryFn: ({ signal }) => ask(api.GET("/deliveries/costs", { params: { query: { first, last } }, signal })),
    enabled: first !== "" && last !== "",
  })

export const tariffsQuery = queryOptions({
  queryKey: ["deliveries", "tariffs"],
  queryFn: ({ signal }) => ask(api.GET("/deliveries/tariffs", { signal })),
})

/** Null millionths forget the tariff. */
export function useTariff() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ channel, ...body }: Schema["TariffIn"] & { channel: Channel }) =>
      ask(api.PUT("/deliveries/tariffs/{channel}", { params: { path: { channel } }, body })),
    onSuccess: (kept) => cache.setQueryData(tariffsQuery.queryKey, kept),
  })
}
