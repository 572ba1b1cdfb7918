/** The head of the chain, its last blocks, and the runs of the proof. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Verification = Schema["VerificationOut"]
export type Block = Schema["BlockOut"]
export type Head = Schema["HeadOut"]

const LOOK_MS = 1_000
const SHOWN = 10

export const isUnderWay = (run?: Verification) => run?.state === "waiting" || run?.state === "running"

export const headQuery = queryOptions({
  queryKey: ["ledger", "head"],
  queryFn: ({ signal }) => ask(api.GET("/ledger/head", { signal })),
})

export const blocksQuery = queryOptions({
  queryKey: ["ledger", "blocks"],
  queryFn: async ({ signal }) => {
    const params = { query: { limit: SHOWN } }
    return (await ask(api.GET("/ledger/blocks", { params, signal }))).items
  },
})

export const runsQuery = queryOptions({
  queryKey: ["ledger", "runs"],
  queryFn: async ({ signal }) => {
    const params = { query: { limit: SHOWN } }
    return (await ask(api.GET("/ledger/verifications", { params, signal }))).items
  },
  // Looked at again and again only while something happens.
  refetchInterval: ({ state }) => (isUnderWay(state.data?.[0]) ? LOOK_MS : false),
})

export function useVerify() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => ask(api.POST("/ledger/verifications")),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["ledger"] }),
  })
}
