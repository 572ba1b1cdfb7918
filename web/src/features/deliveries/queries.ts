/** The delivery log, and the button that tries a delivery again. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"
import { dayStart, nextDay } from "@/lib/time"

export type Delivery = Schema["DeliveryOut"]
export type State = Delivery["state"]
export type Channel = Delivery["channel"]

export const STATES = ["queued", "sent", "delivered", "failed", "cancelled"] as const satisfies State[]
export const PROVIDERS = ["twilio", "whatsapp", "smtp", "push", "sandbox"] as const
export const CHANNELS = ["email", "sms", "whatsapp", "call", "push"] as const satisfies Channel[]

/** What is looked for; empty for all. Days are those of the officer's own calendar. */
export interface Wanted {
  state: State | ""
  channel: Channel | ""
  to: string
  who: string
  kind: Schema["Kind"] | ""
  provider: string
  reference: string
  since: string
  until: string
}

export const ALL: Wanted = {
  state: "",
  channel: "",
  to: "",
  who: "",
  kind: "",
  provider: "",
  reference: "",
  since: "",
  until: "",
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const PHONE = /^\+?[\d ()-]+$/

/** Somebody is named by an id, a number, or a handle. */
export function personOf(who: string) {
  const named = who.trim()
  if (!named) return {}
  if (UUID.test(named)) return { person: named }
  return PHONE.test(named) ? { phone: named } : { handle: named }
}

/** The start of a day. */
const morning = (day: string) => (day ? dayStart(day).toISOString() : null)

export const filterOf = ({ who, ...wanted }: Wanted): Schema["DeliveryFilterIn"] => ({
  ...personOf(who),
  state: wanted.state || null,
  channel: wanted.channel || null,
  kind: wanted.kind || null,
  to: wanted.to.trim(),
  provider: wanted.provider,
  reference: wanted.reference.trim(),
  since: morning(wanted.since),
  until: morning(wanted.until && nextDay(wanted.until)),
})

/** The same as a file; what is looked for stands in the body, as it may name somebody. */
export const deliveriesFile = (wanted: Wanted) =>
  ask(api.POST("/deliveries/export.csv", { body: filterOf(wanted), parseAs: "blob" }))

export const deliveriesQuery = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ["deliveries", wanted],
    queryFn: ({ pageParam, signal }) => {
      const body = { ...filterOf(wanted), cursor: pageParam, limit: 30 }
      return ask(api.POST("/deliveries/search", { body, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Messages leave meanwhile: what is looked for again is asked again.
    staleTime: 0,
  })

export function useRetry() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => ask(api.POST("/deliveries/{id}/retry", { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ["deliveries"] }),
  })
}
