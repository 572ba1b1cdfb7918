/** The whole history, page by page, and how old it may be: it may come from a copy of the books. */
import { infiniteQueryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import type { paths } from "./schema"

export type HistoryQuery = NonNullable<paths["/payments"]["get"]["parameters"]["query"]>

const PAGE = 30
const OLD_S = 5

export const historyQuery = (filters: HistoryQuery) =>
  infiniteQueryOptions({
    queryKey: ["payments", "history", filters],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      const answer = api.GET("/payments", { params: { query }, signal })
      return { ...(await ask(answer)), asOf: asOf((await answer).response) }
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    // The whole history stays readable without a network; the many ways to sift it do not.
    meta: { offline: Object.keys(filters).length === 0 },
  })

/** The moment up to which an answer surely has everything; null when that is now, or nearly. */
function asOf({ headers }: Response): number | null {
  const age = Number(headers.get("Batua-Data-Age"))
  return age > OLD_S ? Date.now() - age * 1000 : null
}
