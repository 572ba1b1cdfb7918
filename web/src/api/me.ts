/** The signed-in person, as every feature may need her. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "./client"
import type { paths } from "./schema"

type Changes = NonNullable<
  paths["/me"]["patch"]["requestBody"]
>["content"]["application/json"]

const FRESH_MS = 300_000

export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: () => ask(api.GET("/me")),
    staleTime: FRESH_MS,
    meta: { offline: true },
  })
}

export function useChangeMe() {
  const cache = useQueryClient()
  return useMutation({
    /** `proof` is the Step-Up-Token that a new e-mail, which can sign in, needs. */
    mutationFn: ({ proof, ...body }: Changes & { proof?: string }) => {
      const header = proof ? { "Step-Up-Token": proof } : {}
      return ask(api.PATCH("/me", { body, params: { header } }))
    },
    onSuccess: (me) => cache.setQueryData(["me"], me),
  })
}
