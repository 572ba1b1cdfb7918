/** Verifications: one's own, those that wait, and what is done about them. None is kept on the phone. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Verification = Schema["KycVerificationOut"]
export type Case = Schema["VerificationCaseOut"]
export type Way = Verification["way"]
export type Reason = NonNullable<Verification["reason"]>

export const WAYS = ["in_person", "video_call", "introduced"] as const satisfies Way[]
export const REASONS = {
  decline: ["not_reached", "not_sure", "other_account"],
  withdraw: ["mistake", "misused", "other_account"],
} as const satisfies Record<string, Reason[]>

export const mineQuery = queryOptions({
  queryKey: ["kyc", "mine"],
  queryFn: ({ signal }) => ask(api.GET("/verifications", { signal })),
})

export const waitingQuery = infiniteQueryOptions({
  queryKey: ["kyc", "waiting"],
  queryFn: ({ pageParam, signal }) => {
    const query = { cursor: pageParam ?? undefined }
    return ask(api.GET("/verifications/waiting", { params: { query }, signal }))
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  // Each look is logged: it is looked again when an officer wants to.
  refetchOnWindowFocus: false,
})

/** A number begins with +; anything else is a handle. */
export const foundQuery = (who: string) =>
  queryOptions({
    queryKey: ["kyc", "found", who],
    queryFn: ({ signal }) => {
      const body = who.startsWith("+") ? { phone: who } : { handle: who }
      return ask(api.POST("/verifications/find", { body, signal }))
    },
    refetchOnWindowFocus: false,
  })

function useAct<In, Out>(mutationFn: (given: In) => Promise<Out>) {
  const cache = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => cache.invalidateQueries({ queryKey: ["kyc"] }) })
}

export const useAsk = () =>
  useAct((way: Way) => ask(api.POST("/verifications", { body: { claim: "woman", way } })))

export const useTakeBack = () =>
  useAct((id: string) => ask(api.POST("/verifications/{id}/take-back", { params: { path: { id } } })))

export type Decision =
  | { act: "confirm"; how: Way; until: string | null }
  | { act: "decline" | "withdraw"; reason: Reason }

/** What an officer says about one verification. */
export const useDecide = (id: string) =>
  useAct((decision: Decision) => {
    const params = { path: { id } }
    if (decision.act === "confirm") {
      const { how, until } = decision
      return ask(api.POST("/verifications/{id}/confirm", { params, body: { how, until } }))
    }
    const body = { reason: decision.reason }
    if (decision.act === "decline") return ask(api.POST("/verifications/{id}/decline", { params, body }))
    return ask(api.POST("/verifications/{id}/withdraw", { params, body }))
  })
