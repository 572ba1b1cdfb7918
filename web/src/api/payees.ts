/** Who can be paid: people paid before, people looked up, and the person's own code. */
import { queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import { queries } from "./queries"
import type { FoundPayee, LookUp, Payee } from "./types"

export type Person = Pick<Payee, "id" | "name" | "phone" | "handle" | "photo_url">

export const recentPayeesQuery = queryOptions({
  queryKey: ["payees", "recent"],
  queryFn: async ({ signal }) => {
    const query = { limit: 24 }
    return (await ask(api.GET("/payees/recent", { params: { query }, signal }))).items
  },
  meta: { offline: true },
})

export const payeeSearchQuery = (search: string) =>
  queryOptions({
    queryKey: ["payees", "search", search],
    queryFn: async ({ signal }) =>
      (await ask(api.GET("/payees", { params: { query: { search } }, signal }))).items,
    enabled: search.length > 0,
  })

/** Find somebody by number, handle or code; the server counts those that find nobody. */
export async function lookUp(body: LookUp): Promise<FoundPayee> {
  const found = await ask(api.POST("/payees/look-up", { body }))
  keepPayee(found)
  return found
}

/** One person by id: as last seen on this device, else found by a pay link that names the id. */
export const payeeQuery = (id: string) =>
  queryOptions({
    queryKey: ["payees", "one", id],
    queryFn: async (): Promise<Person> =>
      ask(api.POST("/payees/look-up", { body: { qr: `${location.origin}/pay?to=${id}` } })),
    initialData: () => seenPayee(id),
    staleTime: Infinity,
    retry: false,
    meta: { offline: true },
  })

/** Remember a person who was just shown, so that the next screen need not ask. */
export function keepPayee(person: Person): void {
  queries.setQueryData<Person>(["payees", "one", person.id], person)
}

function seenPayee(id: string): Person | undefined {
  return queries.getQueryData<Payee[]>(["payees", "recent"])?.find((payee) => payee.id === id)
}

export const myCodeQuery = (asked: { minor: number; currency: string } | null, note: string) =>
  queryOptions({
    queryKey: ["me", "qr", asked, note],
    queryFn: ({ signal }) => {
      const query = {
        ...(asked && { amount_minor: asked.minor, currency: asked.currency }),
        ...(note && { note }),
      }
      return ask(api.GET("/me/qr", { params: { query }, signal }))
    },
    staleTime: Infinity,
    meta: { offline: true },
  })
