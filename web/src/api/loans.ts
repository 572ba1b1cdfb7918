/** What the app asks about the loans of a group, and what it orders about them. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { Amount } from "@/lib/money"
import { api, ask } from "./client"
import { once, paged, type Group } from "./groups"
import type { Schema } from "./types"

export type LoanRow = Schema["LoanOut"]
export type Repayment = Schema["RepaymentOut"]
export type Loan = Schema["LoanHome"]
export type LoanStatus = Schema["LoanStatus"]
export type Instalment = Schema["RowOut"]
export type Quote = Schema["QuoteOut"]
export type QuoteOrder = Schema["QuoteIn"]
export type LoanOrder = Schema["LoanIn"]
export type LoanChangeOrder = Schema["LoanChangeIn"]
export type LoanChange = "restructure" | "offset" | "call_guarantors" | "write_off"
export type LoanStep = Schema["LoanStepOut"]
export type Guarantee = Schema["GuaranteeOut"]
/** A loan that the rules offer, whole as the server tells it. */
export type LoanProduct = Required<Schema["LoanProduct"]>

export function productsOf(group: Group): LoanProduct[] {
  return (group.constitution.loans ?? []) as LoanProduct[]
}

/** What the pot can lend: what is free of it, less what must stay. */
export function lendableOf(group: Group): Amount {
  const { available } = group.pot
  return { ...available, minor: Math.max(0, available.minor - (group.constitution.reserve_minor ?? 0)) }
}

export const loansQuery = (id: string, which: "all" | "mine") =>
  infiniteQueryOptions({
    queryKey: ["groups", "loans", id, which],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(which === "mine" && { mine: true }), ...paged(pageParam) }
      return ask(api.GET("/groups/{id}/loans", { params: { path: { id }, query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

export const loanQuery = (group: string, id: string) =>
  queryOptions({
    queryKey: ["groups", "loan", group, id],
    queryFn: ({ signal }) =>
      ask(api.GET("/groups/{id}/loans/{loan}", { params: { path: { id: group, loan: id } }, signal })),
    meta: { offline: true },
  })

export const repaymentsQuery = (group: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ["groups", "repayments", group, id],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id: group, loan: id }, query: paged(pageParam) }
      return ask(api.GET("/groups/{id}/loans/{loan}/repayments", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })

/** What it would cost; the last answer stays while the next one comes. */
export const quoteQuery = (group: string, order: QuoteOrder | null) =>
  queryOptions({
    queryKey: ["groups", "quote", group, order],
    queryFn: ({ signal }) => {
      if (!order) throw new Error("nothing to reckon")
      return ask(api.POST("/groups/{id}/loans/quote", { body: order, params: { path: { id: group } }, signal }))
    },
    enabled: order !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  })

/** What a loan would cost by a product that is being written. */
export const exampleQuery = (order: Schema["ExampleIn"] | null) =>
  queryOptions({
    queryKey: ["groups", "example", order],
    queryFn: ({ signal }) => {
      if (!order) throw new Error("nothing to reckon")
      return ask(api.POST("/groups/loans/example", { body: order, signal }))
    },
    enabled: order !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

/** What was done about instalments that are late, and what comes next. */
export const stepsQuery = (group: string, id: string) =>
  queryOptions({
    queryKey: ["groups", "steps", group, id],
    queryFn: ({ signal }) =>
      ask(api.GET("/groups/{id}/loans/{loan}/steps", { params: { path: { id: group, loan: id } }, signal })),
  })

export const askLoan = (group: string, body: LoanOrder) =>
  once(`loan:${group}`, body, (header) =>
    ask(api.POST("/groups/{id}/loans", { body, params: { path: { id: group }, header } })),
  )

export const askGuarantor = (group: string, loan: string, member: string) =>
  ask(api.POST("/groups/{id}/loans/{loan}/guarantors", { body: { member }, params: { path: { id: group, loan } } }))

export function answerGuarantee(group: string, loan: string, isYes: boolean, proof?: string) {
  const params = { path: { id: group, loan }, header: proof ? { "Step-Up-Token": proof } : {} }
  return ask(api.POST("/groups/{id}/loans/{loan}/answer", { body: { is_yes: isYes }, params }))
}

export const cancelLoan = (group: string, loan: string) =>
  ask(api.POST("/groups/{id}/loans/{loan}/cancel", { params: { path: { id: group, loan } } }))

export const changeLoan = (group: string, loan: string, body: LoanChangeOrder) =>
  once(`change:${loan}`, body, (header) => {
    const params = { path: { id: group, loan }, header }
    return ask(api.POST("/groups/{id}/loans/{loan}/proposals", { body, params }))
  })

/** The same from outside, at a provider's page. */
export const repayOutside = (group: string, loan: string, amount: Amount) =>
  once(`repay-outside:${loan}`, { amount }, (header) => {
    const params = { path: { id: group, loan }, header }
    return ask(api.POST("/groups/{id}/loans/{loan}/checkouts", { body: { amount }, params }))
  })

export const repay = (group: string, loan: string, amount: Amount, proof?: string) =>
  once(`repay:${loan}`, { amount }, (header) => {
    const params = { path: { id: group, loan }, header: { ...header, ...(proof && { "Step-Up-Token": proof }) } }
    return ask(api.POST("/groups/{id}/loans/{loan}/repayments", { body: { amount }, params }))
  })
