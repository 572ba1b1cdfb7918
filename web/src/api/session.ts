/** Who is signed in: an access token in memory, renewed by a cookie that scripts cannot read. */
import { useSyncExternalStore } from "react"
import { remembered } from "@/lib/remembered"
import { setZone } from "@/lib/time"
import { ApiProblem, lost, refusal } from "./problem"
import type { Profile, Session } from "./types"

type State =
  | { is: "out" }
  /** A person was signed in here before; the cookie has not been tried yet, or there is no network. */
  | { is: "resuming"; personId: string }
  | { is: "in"; personId: string; token: string; until: number }

const RENEW_BEFORE_MS = 30_000
const PATIENCE_MS = 15_000

const marker = remembered.person.get()
let state: State = marker ? { is: "resuming", personId: marker } : { is: "out" }
let renewing: Promise<string> | null = null
const watchers = new Set<() => void>()
const leavers = new Set<() => Promise<void>>()
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("batua.session")

function become(next: State): void {
  state = next
  watchers.forEach((tell) => tell())
}

export function sessionState(): State {
  return state
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** The id of the person who is signed in on this device, or null. */
export function usePersonId(): string | null {
  return useSyncExternalStore(watch, () => (state.is === "out" ? null : state.personId))
}

/** Do this when the person leaves: each cache that holds what is theirs registers itself. */
export function onLeave(wipe: () => Promise<void>): void {
  leavers.add(wipe)
}

/** Take a session that the server has just given, and remember whose it is. */
export function enter(session: Session): Profile {
  remembered.person.set(session.person.id)
  setZone(session.person.time_zone)
  become({
    is: "in",
    personId: session.person.id,
    token: session.access_token,
    until: Date.now() + session.expires_in_s * 1000,
  })
  return session.person
}

/** Forget the person on this device, in every tab. */
export async function leave({ tellOthers = true } = {}): Promise<void> {
  remembered.person.forget()
  become({ is: "out" })
  if (tellOthers) channel?.postMessage("left")
  await Promise.all([...leavers].map((wipe) => wipe()))
}

channel?.addEventListener("message", () => {
  if (state.is !== "out") void leave({ tellOthers: false })
})

/** A token that is still good, renewed when it is about to end; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  if (state.is === "out") return null
  if (state.is === "in" && state.until - Date.now() > RENEW_BEFORE_MS) return state.token
  return renew()
}

/** Ask for a new token, whatever the old one says; used once after a 401. */
export async function renew(): Promise<string> {
  // One refresh at a time over all tabs: the cookie changes at each use, and an old one ends the session.
  renewing ??= renewAlone().finally(() => {
    renewing = null
  })
  return renewing
}

async function renewAlone(): Promise<string> {
  return navigator.locks.request("batua.refresh", refresh)
}

async function refresh(): Promise<string> {
  if (state.is === "out") throw new ApiProblem({ status: 401, code: "identity.session_ended" })
  const response = await fetch(`${location.origin}/api/v1/auth/refresh`, {
    method: "POST",
    headers: { "Batua-Client": "web", "Content-Type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw lost(error)
  })
  if (!response.ok) {
    const problem = await refusal(response)
    if (problem.status === 401 || problem.status === 403) await leave()
    throw problem
  }
  const session = (await response.json()) as Session
  enter(session)
  return session.access_token
}
