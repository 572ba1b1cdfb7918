/** How the money of a group does, and where each member stands. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import { fetchFile } from "./files"
import type { Schema } from "./types"

export type Figures = Schema["FiguresOut"]
export type MonthSums = Schema["MonthOut"]
export type Position = Schema["PositionOut"]

const PAGE = 50

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ["groups", "figures", id],
    queryFn: ({ signal }) => ask(api.GET("/groups/{id}/figures", { params: { path: { id } }, signal })),
    meta: { offline: true },
  })

export const positionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["groups", "positions", id],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return ask(api.GET("/groups/{id}/positions", { params: { path: { id }, query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

export const positionsFile = (id: string) => fetchFile(`/groups/${id}/positions/export.csv`)
