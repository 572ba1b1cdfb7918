/** The typed way to the server: `api.GET("/payments")`, with the person's token and one retry. */
import createClient from "openapi-fetch"
import i18next from "i18next"
import { type ApiProblem, lost, refusal } from "./problem"
import type { paths } from "./schema"
import { accessToken, renew, sessionState } from "./session"

export const API_PATH = "/api/v1"
export const API_BASE = location.origin + API_PATH
const PATIENCE_MS = 20_000

function prepared(request: Request, token: string | null): Request {
  const headers = new Headers(request.headers)
  headers.set("Batua-Client", "web")
  headers.set("Accept-Language", i18next.language)
  if (token) headers.set("Authorization", `Bearer ${token}`)
  const signal = either(request.signal, AbortSignal.timeout(PATIENCE_MS))
  return new Request(request, { headers, signal })
}

/** Aborted when one of the two is; older phones do not know AbortSignal.any. */
export function either(one: AbortSignal, other: AbortSignal): AbortSignal {
  const both = new AbortController()
  for (const signal of [one, other]) {
    const stop = () => both.abort(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener("abort", stop, { once: true })
  }
  return both.signal
}

async function attempt(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    throw lost(error)
  }
}

/** Doors that people without a session walk through. */
function isOpen(request: Request): boolean {
  const { pathname } = new URL(request.url)
  return pathname.startsWith(`${API_PATH}/auth/`) && !/\/(logout|step-up)$/.test(pathname)
}

/** fetch with the person's token; a 401 renews it and tries once more. */
export async function authFetch(request: Request): Promise<Response> {
  if (isOpen(request)) return attempt(prepared(request, null))
  const spare = request.clone()
  const response = await attempt(prepared(request, await accessToken()))
  if (response.status !== 401 || sessionState().is === "out") return response
  return attempt(prepared(spare, await renew()))
}

export const api = createClient<paths>({ baseUrl: API_BASE, fetch: authFetch })

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of an answer, or an ApiProblem thrown. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, response } = await answer
  if (response.ok) return data as NonNullable<T>
  throw await reread(response, (await answer).error)
}

/** openapi-fetch has read the body already; what it found is in `error`. */
async function reread(response: Response, error: unknown): Promise<ApiProblem> {
  const body = typeof error === "object" && error !== null ? JSON.stringify(error) : "{}"
  const { status, headers } = response
  return refusal(new Response(body, { status, headers }))
}
