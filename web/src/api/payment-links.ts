/** What the app asks about links that the person has made to be paid by anybody. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { keyFor, spendKey } from "@/lib/idempotency"
import { api, ask } from "./client"
import { isProblem } from "./problem"
import type { PaymentLink, Schema } from "./types"

export type LinkOrder = Schema["PaymentLinkIn"]

export const linksQuery = infiniteQueryOptions({
  queryKey: ["payment-links", "list"],
  queryFn: ({ pageParam, signal }) => {
    const query = { limit: 30, ...(pageParam && { cursor: pageParam }) }
    return ask(api.GET("/payment-links", { params: { query }, signal }))
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
})

export const linkQuery = (id: string) =>
  queryOptions({
    queryKey: ["payment-links", "one", id],
    queryFn: ({ signal }) => ask(api.GET("/payment-links/{id}", { params: { path: { id } }, signal })),
  })

export const cameQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["payment-links", "came", id],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 30, ...(pageParam && { cursor: pageParam }) }
      const params = { path: { id }, query }
      return ask(api.GET("/payment-links/{id}/payments", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })

/** The same order again after a lost network is the same link: it has the same key. */
export async function makeLink(body: LinkOrder): Promise<PaymentLink> {
  const key = keyFor(`payment_link:${JSON.stringify(body)}`)
  try {
    const made = await ask(api.POST("/payment-links", { body, params: { header: { "Idempotency-Key": key } } }))
    spendKey(key)
    return made
  } catch (problem) {
    if (isProblem(problem) && problem.isRefusal) spendKey(key)
    throw problem
  }
}

export const cancelLink = (id: string) =>
  ask(api.POST("/payment-links/{id}/cancel", { params: { path: { id } } }))
