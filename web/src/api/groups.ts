/** What the app asks about groups, and what it orders in them. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { keyFor, spendKey } from "@/lib/idempotency"
import { api, API_BASE, ask, authFetch } from "./client"
import { fetchFile } from "./files"
import { isFinal } from "./orders"
import { refusal } from "./problem"
import type { paths } from "./schema"
import type { Schema } from "./types"

export type GroupRow = Schema["GroupOut"]
export type Group = Schema["GroupHome"]
export type GroupKind = Schema["GroupKind"]
export type Member = Schema["MemberOut"]
export type MemberStatus = Schema["MemberStatus"]
export type Role = Schema["Role"]
export type Right = Schema["Right"]
export type Constitution = Schema["Constitution"]
/** Rules as the server tells them: whole. */
export type Rules = Required<Omit<Constitution, "vote">> & { vote: Required<Schema["VoteRule"]> }
export type Admission = Schema["Admission"]
export type Change = Schema["Change"]
export type Phrase = Schema["Phrase"]
export type MyInvite = Schema["MyInvite"]
export type AskedGroup = Schema["AskedGroup"]
export type Invite = Schema["InviteOut"]
export type NewInvite = Schema["NewInviteOut"]
export type InviteOrder = Schema["InviteIn"]
export type Vote = Schema["ProposalOut"]
export type PayoutTo = Schema["PayoutOut"]
export type ProposeOrder = Schema["ProposalIn"]
export type Choice = Schema["Choice"]
export type Movement = Schema["TransactionOut"]
export type PayFrom = Schema["PayBy"]
export type LogLine = Schema["LogLineOut"]
/** By the secret of a link, or by an invite of one's own. */
export type JoinOrder = { secret: string } | { group: string }

export const KINDS: GroupKind[] = ["simple_pot", "savings_group", "event_fund"]
export const ROLES: Role[] = ["chair", "treasurer", "secretary", "member", "viewer"]
export const ADMISSIONS: Admission[] = ["invited", "officers", "vote"]

/** Whether her role lets the person do something in a group that lives. */
export function may(group: GroupRow, right: Right): boolean {
  return group.me.rights.includes(right) && (!group.is_over || right === "read" || right === "export")
}

/** What has a default may be left out of an order, but never is of an answer. */
export function rulesOf(group: Group): Rules {
  return group.constitution as Rules
}

const PAGE = 30
export const paged = (cursor: string, limit = PAGE) => ({ limit, ...(cursor && { cursor }) })

export const groupsQuery = infiniteQueryOptions({
  queryKey: ["groups", "list"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/groups", { params: { query: paged(pageParam) }, signal })),
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
  meta: { offline: true },
})

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ["groups", "one", id],
    queryFn: ({ signal }) => ask(api.GET("/groups/{id}", { params: { path: { id } }, signal })),
    meta: { offline: true },
  })

/** What a new group can start as, with the rules of each kind in a currency; the server names them in her language. */
export const kindsQuery = (currency: string, language: string) =>
  queryOptions({
    queryKey: ["groups", "kinds", currency, language],
    queryFn: async ({ signal }) => (await ask(api.GET("/groups/kinds", { params: { query: { currency } }, signal }))).items,
  })

export const myInvitesQuery = queryOptions({
  queryKey: ["groups", "invites"],
  queryFn: async ({ signal }) => (await ask(api.GET("/groups/invites", { signal }))).items,
})

/** Where she asked to come in and waits. */
export const askedQuery = queryOptions({
  queryKey: ["groups", "asked"],
  queryFn: async ({ signal }) => (await ask(api.GET("/groups/asked", { signal }))).items,
})

/** The rules in words, of one version. */
export const rulesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["groups", "rules", id, version],
    queryFn: ({ signal }) =>
      ask(api.GET("/groups/{id}/constitution", { params: { path: { id }, query: { version } }, signal })),
    meta: { offline: true },
  })

/** Who is looked for among members; nothing for all. */
export type MembersSought = Pick<NonNullable<paths["/groups/{id}/members"]["get"]["parameters"]["query"]>, "role" | "text">

export const membersQuery = (id: string, status: MemberStatus, sought: MembersSought = {}) =>
  infiniteQueryOptions({
    queryKey: ["groups", "members", id, status, sought],
    queryFn: ({ pageParam, signal }) => {
      const query = { status, ...sought, ...paged(pageParam, 100) }
      return ask(api.GET("/groups/{id}/members", { params: { path: { id }, query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

export const votesQuery = (id: string, which: "open" | "all") =>
  infiniteQueryOptions({
    queryKey: ["groups", "votes", id, which],
    queryFn: ({ pageParam, signal }) => {
      // All that may be open at once are in one page: whether somebody is voted on is known at a glance.
      const query = which === "open" ? { status: ["open" as const], ...paged(pageParam, 50) } : paged(pageParam)
      return ask(api.GET("/groups/{id}/proposals", { params: { path: { id }, query }, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

export const voteQuery = (group: string, id: string) =>
  queryOptions({
    queryKey: ["groups", "vote", group, id],
    queryFn: ({ signal }) =>
      ask(api.GET("/groups/{id}/proposals/{proposal}", { params: { path: { id: group, proposal: id } }, signal })),
    meta: { offline: true },
  })

export const ballotsQuery = (group: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ["groups", "ballots", group, id],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id: group, proposal: id }, query: paged(pageParam) }
      return ask(api.GET("/groups/{id}/proposals/{proposal}/ballots", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })

export type StatementSought = NonNullable<paths["/groups/{id}/transactions"]["get"]["parameters"]["query"]>

export const statementQuery = (id: string, sought: StatementSought = {}) =>
  infiniteQueryOptions({
    queryKey: ["groups", "statement", id, sought],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: { ...sought, ...paged(pageParam) } }
      return ask(api.GET("/groups/{id}/transactions", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    meta: { offline: true },
  })

export const statementFile = (id: string, sought: StatementSought = {}) =>
  fetchFile(`/groups/${id}/transactions/export.csv?${paramsOf(sought).toString()}`)

/** The days that are printed are chosen by themselves. */
export function printedStatement(id: string, [since, until]: [string, string], sought: StatementSought = {}) {
  const asked = { ...sought, from: undefined, to: undefined, since, until }
  return fetchFile(`/groups/${id}/statement.pdf?${paramsOf(asked).toString()}`)
}

/** As an address has them; several values are repeated. */
function paramsOf(query: object): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, unknown][])
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) params.append(name, String(one))
  return params
}

export const logQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["groups", "log", id],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: paged(pageParam) }
      return ask(api.GET("/groups/{id}/log", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })

export const invitesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["groups", "ways-in", id],
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: paged(pageParam) }
      return ask(api.GET("/groups/{id}/invites", { params, signal }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })

/** The secret travels in the body: addresses are written down on the way. */
export const linkQuery = (secret: string) =>
  queryOptions({
    queryKey: ["groups", "link", secret],
    queryFn: ({ signal }) => ask(api.POST("/groups/invites/look", { body: { secret }, signal })),
    retry: false,
    gcTime: 0,
  })

/** Give an order with a key: after a lost answer the same order has the same key, and happens once. */
export async function once<T>(name: string, body: object, give: (header: { "Idempotency-Key": string }) => Promise<T>): Promise<T> {
  const key = keyFor(`group:${name}:${JSON.stringify(body)}`)
  try {
    const made = await give({ "Idempotency-Key": key })
    spendKey(key)
    return made
  } catch (problem) {
    if (isFinal(problem)) spendKey(key)
    throw problem
  }
}

export const createGroup = (body: Schema["GroupIn"]) =>
  once("create", body, (header) => ask(api.POST("/groups", { body, params: { header } })))

export const contribute = (id: string, body: Schema["ContributeIn"], proof?: string) =>
  once(`contribute:${id}`, body, (header) => {
    const params = { path: { id }, header: { ...header, ...(proof && { "Step-Up-Token": proof }) } }
    return ask(api.POST("/groups/{id}/transactions", { body, params }))
  })

export const propose = (id: string, body: ProposeOrder) =>
  once(`propose:${id}`, body, (header) =>
    ask(api.POST("/groups/{id}/proposals", { body, params: { path: { id }, header } })),
  )

export function castVote(group: string, id: string, body: Schema["VoteIn"], proof?: string) {
  const params = { path: { id: group, proposal: id }, header: proof ? { "Step-Up-Token": proof } : {} }
  return ask(api.POST("/groups/{id}/proposals/{proposal}/vote", { body, params }))
}

export const amend = (group: string, id: string, body: Schema["AmendIn"]) =>
  ask(api.PATCH("/groups/{id}/proposals/{proposal}", { body, params: { path: { id: group, proposal: id } } }))

/** Where the caller's own payout goes: a bank account used before, or with none her wallet. */
export const chooseDestination = (group: string, id: string, destination: string | null) =>
  ask(
    api.PUT("/groups/{id}/proposals/{proposal}/destination", {
      body: { destination },
      params: { path: { id: group, proposal: id } },
    }),
  )

export const takeBack = (group: string, id: string) =>
  ask(api.POST("/groups/{id}/proposals/{proposal}/take-back", { params: { path: { id: group, proposal: id } } }))

export const retryPayout = (group: string, id: string) =>
  ask(api.POST("/groups/{id}/proposals/{proposal}/retry", { params: { path: { id: group, proposal: id } } }))

export const describeGroup = (id: string, body: Schema["DescribeIn"]) =>
  ask(api.PATCH("/groups/{id}", { body, params: { path: { id } } }))

export async function givePicture(id: string, file: Blob): Promise<void> {
  const headers = { "Content-Type": file.type || "application/octet-stream" }
  const request = new Request(`${API_BASE}/groups/${id}/picture`, { method: "PUT", body: file, headers })
  const response = await authFetch(request)
  if (!response.ok) throw await refusal(response)
}

export const removePicture = (id: string) => ask(api.DELETE("/groups/{id}/picture", { params: { path: { id } } }))

export const makeInvite = (id: string, body: InviteOrder) =>
  ask(api.POST("/groups/{id}/invites", { body, params: { path: { id } } }))

export const cancelInvite = (id: string, invite: string) =>
  ask(api.DELETE("/groups/{id}/invites/{invite}", { params: { path: { id, invite } } }))

export function join(order: JoinOrder) {
  if ("secret" in order) return ask(api.POST("/groups/join", { body: order }))
  return ask(api.POST("/groups/{id}/join", { params: { path: { id: order.group } } }))
}

export const takeBackJoin = (id: string) => ask(api.DELETE("/groups/{id}/join", { params: { path: { id } } }))

export function answerJoin(id: string, member: string, isWelcome: boolean) {
  const params = { path: { id, member } }
  return isWelcome
    ? ask(api.POST("/groups/{id}/members/{member}/approve", { params }))
    : ask(api.POST("/groups/{id}/members/{member}/decline", { params }))
}

export const leave = (id: string) => ask(api.POST("/groups/{id}/leave", { params: { path: { id } } }))
