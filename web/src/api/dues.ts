/** What the app asks about the dues of a group, and what it orders. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { api, ask } from "./client"
import { fetchFile } from "./files"
import type { Schema } from "./types"

export type Dues = Schema["DuesOut"]
export type DuesState = Schema["DuesState"]
export type MyDues = Schema["MyDuesOut"]
export type ComingDues = Schema["ComingOut"]
export type DuesPeriod = Schema["PeriodOut"]
export type DuesLine = Schema["GridLine"]
export type DuesPlan = Schema["DuesPlan"]
export type PlanRow = Schema["PlanOut"]

const PAGE = 50

export const plansQuery = (id: string) =>
  queryOptions({
    queryKey: ["groups", "dues", id, "plans"],
    queryFn: async ({ signal }) => (await ask(api.GET("/groups/{id}/dues", { params: { path: { id } }, signal }))).items,
    meta: { offline: true },
  })

export const myDuesQuery = (id: string) =>
  queryOptions({
    queryKey: ["groups", "dues", id, "mine"],
    queryFn: ({ signal }) => ask(api.GET("/groups/{id}/dues/mine", { params: { path: { id } }, signal })),
    meta: { offline: true },
  })

/** Members by the newest days of a plan. */
export const gridQuery = (id: string, plan: string, periods: number, owing: boolean) =>
  infiniteQueryOptions({
    queryKey: ["groups", "dues", id, "grid", plan, periods, owing],
    queryFn: ({ pageParam, signal }) => {
      const query = { periods, owing, limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return ask(api.GET("/groups/{id}/dues/plans/{plan}", { params: { path: { id, plan }, query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

/** The next days of dues by a plan that is being written. */
export const daysQuery = (plan: Schema["DuesDaysIn"] | null) =>
  queryOptions({
    queryKey: ["groups", "dues-days", plan],
    queryFn: ({ signal }) => {
      if (!plan) throw new Error("nothing to reckon")
      return ask(api.POST("/groups/dues/preview", { body: plan, signal }))
    },
    enabled: plan !== null,
    retry: false,
  })

export const duesFile = (id: string) => fetchFile(`/groups/${id}/dues/export.csv`)

export function allowDues(id: string, plan: string, body: Schema["AutomaticIn"], proof?: string) {
  const params = { path: { id, plan }, header: proof ? { "Step-Up-Token": proof } : {} }
  return ask(api.PUT("/groups/{id}/dues/plans/{plan}/automatic", { body, params }))
}

export const stopDues = (id: string, plan: string) =>
  ask(api.DELETE("/groups/{id}/dues/plans/{plan}/automatic", { params: { path: { id, plan } } }))

export const remindDues = (id: string, plan: string) =>
  ask(api.POST("/groups/{id}/dues/plans/{plan}/remind", { params: { path: { id, plan } } }))

export const waiveFine = (id: string, dues: string, reason: string) =>
  ask(api.POST("/groups/{id}/dues/rows/{dues}/waive", { body: { reason }, params: { path: { id, dues } } }))
