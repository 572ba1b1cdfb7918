/** Who gets what of a pot when its group ends. */
import { infiniteQueryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import { paged } from "./groups"
import type { Schema } from "./types"

export type Share = Schema["ShareOut"]
export type Split = Schema["SplitOut"]
export type SplitRule = Schema["SplitRule"]

export const RULES: SplitRule[] = ["net", "saved", "equal"]

export const splitQuery = (id: string, rule: SplitRule) =>
  infiniteQueryOptions({
    queryKey: ["groups", "split", id, rule],
    queryFn: ({ pageParam, signal }) => {
      const query = { rule, ...paged(pageParam, 50) }
      return ask(api.GET("/groups/{id}/split", { params: { path: { id }, query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })
