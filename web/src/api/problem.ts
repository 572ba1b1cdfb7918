/** What went wrong, in one shape, whether the server said so or never answered. */
import type { Schema } from "./types"

type Facts = Record<string, unknown>

export class ApiProblem extends Error {
  /** Stable name such as "payments.day_limit_reached"; the app's own begin with "web." */
  readonly code: string
  readonly status: number
  /** Whether giving the same order again can help. */
  readonly retry: boolean
  readonly todo: string
  readonly facts: Facts
  /** What is wrong with each field of the body. */
  readonly fields: Record<string, string>
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null

  constructor(problem: Partial<Schema["Problem"]>, retryAfterSeconds: number | null = null) {
    super(problem.detail ?? problem.title ?? "")
    this.name = "ApiProblem"
    this.code = problem.code ?? "web.unexpected"
    this.status = problem.status ?? 0
    this.retry = problem.retry ?? false
    this.todo = problem.todo ?? ""
    this.facts = problem.facts ?? {}
    this.fields = Object.fromEntries((problem.errors ?? []).map((e) => [e.field, e.message]))
    this.requestId = problem.request_id ?? null
    this.retryAfterSeconds = retryAfterSeconds
  }

  /**
   * The server's last word: the order was refused, and nothing moved.
   *
   * A 401 and a refusal that asks to come again later were said before the order was looked at, so
   * they do not tell what became of an earlier try.
   */
  get isRefusal(): boolean {
    const isLastWord = this.status !== 401 && this.status !== 408 && !this.retry
    return this.status >= 400 && this.status < 500 && isLastWord
  }

  /** No answer came: the order may or may not have arrived. */
  get isLost(): boolean {
    return this.status === 0
  }
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code)
}

/** The request never came back. */
export function lost(error: unknown): ApiProblem {
  const isTimeout = error instanceof DOMException && error.name === "TimeoutError"
  return new ApiProblem({ code: isTimeout ? "web.timeout" : "web.unreachable", retry: true })
}

/** Read a refusal; whatever stands before the server may answer with another kind of page. */
export async function refusal(response: Response): Promise<ApiProblem> {
  const seconds = Number(response.headers.get("Retry-After"))
  const body = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Partial<Schema["Problem"]>
  const fallback = {
    code: response.status >= 500 ? "web.server" : "web.unexpected",
    retry: response.status >= 500,
  }
  return new ApiProblem({ ...fallback, ...body, status: response.status }, seconds || null)
}
