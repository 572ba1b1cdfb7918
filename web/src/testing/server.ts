/** The server as tests see it: each test says what it answers. */
import { HttpResponse, http } from "msw"
import { setupServer } from "msw/node"
import type { Schema, Session } from "@/api/types"

export const server = setupServer()

const at = (path: string) => `${location.origin}/api/v1${path}`

type Method = "get" | "post" | "patch" | "put" | "delete"
type Reply = (request: Request) => Response | Promise<Response>

function isReply(reply: object | Reply): reply is Reply {
  return typeof reply === "function"
}

/** Answer a path; `reply` may look at the request first. */
export function answer(method: Method, path: string, reply: object | Reply): void {
  server.use(
    http[method](at(path), ({ request }) =>
      isReply(reply) ? reply(request) : HttpResponse.json(reply as Record<string, string>),
    ),
  )
}

type Rest = Partial<Omit<Schema["Problem"], "facts">> & { facts?: Record<string, unknown> }

/** Refuse as the server does. */
export function refuse(code: string, status: number, rest: Rest = {}): Response {
  const problem = { code, status, title: code, detail: code, retry: false, todo: "", ...rest }
  return HttpResponse.json(problem, { status })
}

export function session(token = "token", seconds = 600): Session {
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in_s: seconds,
    refresh_token: null,
    device_token: null,
    person: {
      id: "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
      name: "Asha Devi",
      phone: "+919876543210",
      email: null,
      handle: "asha@batua",
      language: "en",
      time_zone: "Asia/Kolkata",
      photo_url: null,
      roles: ["person"],
      created_at: "2025-11-01T08:00:00Z",
      has_pin: true,
    },
  }
}

/** What the shell asks behind the door: who she is, nothing unread, and a stream that says nothing. */
export function quiet(): void {
  answer("get", "/me", session().person)
  answer("get", "/notifications", { items: [], next: null, unread: 0 })
  answer("get", "/events", () => {
    const headers = { "Content-Type": "text/event-stream" }
    return new Response(new ReadableStream(), { headers })
  })
}
