/** What the app asks about requests for money. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"

export type Side = "in" | "out"
const OPEN: "open"[] = ["open"]

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ["requests", "one", id],
    queryFn: ({ signal }) => ask(api.GET("/requests/{id}", { params: { path: { id } }, signal })),
    meta: { offline: true },
  })

/** What the person is asked to pay and has not answered. */
export const waitingQuery = queryOptions({
  queryKey: ["requests", "waiting"],
  queryFn: async ({ signal }) => {
    const query = { direction: "in", status: OPEN, limit: 10 } as const
    return (await ask(api.GET("/requests", { params: { query }, signal }))).items
  },
  meta: { offline: true },
})

export const requestsQuery = (direction: Side, isOpen: boolean) =>
  infiniteQueryOptions({
    queryKey: ["requests", "list", direction, isOpen],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        direction,
        limit: 30,
        ...(isOpen && { status: OPEN }),
        ...(pageParam && { cursor: pageParam }),
      }
      return ask(api.GET("/requests", { params: { query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: isOpen },
  })
