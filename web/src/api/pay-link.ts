/** What whoever has a payment link asks, with or without an account. */
import { queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"

const ASK_AGAIN_MS = 3_000

/** The secret goes in a body: an address is written into logs. */
export const glimpseQuery = (secret: string) =>
  queryOptions({
    queryKey: ["pay-link", "look", secret],
    queryFn: ({ signal }) => ask(api.POST("/payment-links/look", { body: { secret }, signal })),
  })

export const payByLink = (secret: string, amount_minor: number | null, key: string) => {
  const params = { header: { "Idempotency-Key": key } }
  return ask(api.POST("/payment-links/pay", { body: { secret, amount_minor }, params }))
}

export function isUndecided(status: string): boolean {
  return status === "pending" || status === "unknown"
}

export const linkCheckoutQuery = (id: string) =>
  queryOptions({
    queryKey: ["pay-link", "checkout", id],
    queryFn: ({ signal }) =>
      ask(api.GET("/payment-links/checkouts/{id}", { params: { path: { id } }, signal })),
    // Nobody tells a stranger when it ends.
    refetchInterval: ({ state }) =>
      !state.data || isUndecided(state.data.status) ? ASK_AGAIN_MS : false,
  })

export const askLinkCheckout = (id: string) =>
  ask(api.POST("/payment-links/checkouts/{id}/ask", { params: { path: { id } } }))
