/** Live updates: one stream for all tabs, which goes on where it stopped. */
import { queries } from "./queries"
import { API_BASE, either } from "./client"
import { accessToken, renew, sessionState } from "./session"

export interface ServerEvent {
  id: string
  event: string
  data: string
}

export interface Change {
  /** Kind of the fact, such as "payments.sent". */
  kind: string
  subject: string
  at: string
}

/** Which lists a fact makes stale, by the module that stated it. */
const STALE: Record<string, string[]> = {
  payments: ["wallets", "payments", "requests", "limits", "payees", "top-ups", "withdrawals", "notifications", "batches", "payment-links"],
  groups: ["groups", "wallets", "notifications"],
  gateways: ["wallets", "payments", "top-ups", "withdrawals"],
  identity: ["me", "devices", "notifications"],
  notifications: ["notifications"],
  kyc: ["kyc", "notifications"],
}

/** While there is no stream, what people look at together is asked for again, at most this often. */
const WITHOUT_MS = 15_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** The server sends a comment every 15 s; three missed ones mean a dead line. */
const SILENCE_MS = 50_000

/** Split a stream into events as the HTML standard says; a part that is not whole is returned. */
export function readEvents(buffer: string): { events: ServerEvent[]; rest: string } {
  const blocks = buffer.replace(/\r\n?/g, "\n").split("\n\n")
  const rest = blocks.pop() ?? ""
  const events: ServerEvent[] = []
  for (const block of blocks) {
    const event = { id: "", event: "message", data: [] as string[] }
    for (const line of block.split("\n")) {
      const [, field, value] = /^(id|event|data): ?(.*)$/.exec(line) ?? []
      if (field === "data") event.data.push(value ?? "")
      else if (field === "id" || field === "event") event[field] = value ?? ""
    }
    // One with an id alone says only where to go on from.
    if (event.data.length || event.id)
      events.push({ ...event, data: event.data.join("\n") })
  }
  return { events, rest }
}

/** Waits that double, with a part left to chance so that not everyone comes back at once. */
export function waitBefore(attempt: number, chance = Math.random()): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
  return longest / 2 + (longest / 2) * chance
}

/** Many facts may come at once, such as ten thousand payments of one list: each list is asked for once. */
const REST_MS = 500
const stale = new Set<string>()
let isResting = false

function refreshStale(): void {
  for (const key of stale) void queries.invalidateQueries({ queryKey: [key] })
  isResting = stale.size > 0
  stale.clear()
  if (isResting) setTimeout(refreshStale, REST_MS)
}

function refresh(kind: string): void {
  const module = kind.split(".")[0] ?? ""
  for (const key of STALE[module] ?? []) stale.add(key)
  if (!isResting) refreshStale()
  // Somebody may have ended this very session: a new token is the proof that it lives.
  if (/session|device|password|recovered/.test(kind)) renew().catch(() => undefined)
}

type Heard = (event: ServerEvent) => void
/** The last event that any tab has passed on: whoever listens next goes on from there. */
let lastId = ""
const listeners = new Set<(change: Change) => void>()

/** Hear each change that concerns the person, in whichever tab. */
export function onChange(hear: (change: Change) => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** What an event makes of what is known; `lost` is of this tab itself, or of the one that listens. */
export const hear: Heard = ({ id, event, data }) => {
  // Answers older than the stream, such as those kept from the last visit, may have missed a change.
  if (id && !lastId) void queries.invalidateQueries(undefined, { cancelRefetch: false })
  if (id) lastId = id
  if (event === "reset") {
    void queries.invalidateQueries()
    return
  }
  if (event === "lost") refresh("groups.lost")
  if (event !== "change") return
  const change = JSON.parse(data) as Change
  refresh(change.kind)
  listeners.forEach((tell) => tell(change))
}

async function follow(pass: Heard, stop: AbortSignal): Promise<void> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    const response = await fetch(`${API_BASE}/events`, {
      headers: {
        Accept: "text/event-stream",
        Authorization: `Bearer ${(await accessToken()) ?? ""}`,
        ...(lastId && { "Last-Event-ID": lastId }),
      },
      signal: either(stop, silence.signal),
    })
    if (response.status === 401) await renew()
    if (!response.ok || !response.body) throw new Error(String(response.status))
    let buffer = ""
    for await (const text of textOf(response.body)) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
      const { events, rest } = readEvents(buffer + text)
      buffer = rest
      events.forEach(pass)
    }
  } finally {
    clearTimeout(timer)
  }
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield decoder.decode(value, { stream: true })
  }
}

async function followForEver(pass: Heard, stop: AbortSignal): Promise<void> {
  let attempt = 0
  let askedAt = Date.now()
  while (!stop.aborted && sessionState().is !== "out") {
    const began = Date.now()
    await follow(pass, stop).catch(() => undefined)
    attempt = Date.now() - began > LONGEST_WAIT_MS ? 0 : attempt + 1
    if (navigator.onLine && Date.now() - askedAt > WITHOUT_MS) {
      askedAt = Date.now()
      pass({ id: "", event: "lost", data: "" })
    }
    await pause(waitBefore(attempt), stop)
  }
}

/** Wait, but not after the network or the person has come back. */
async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await new Promise<void>((go) => {
    const timer = setTimeout(go, ms)
    const now = () => {
      clearTimeout(timer)
      go()
    }
    addEventListener("online", now, { once: true })
    stop.addEventListener("abort", now, { once: true })
  })
}

/** Follow until the returned function is called. One tab listens and tells the others. */
export function followEvents(): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel("batua.events")
  channel.onmessage = (message: MessageEvent<ServerEvent>) => hear(message.data)
  const pass: Heard = (event) => {
    hear(event)
    channel.postMessage(event)
  }
  navigator.locks
    .request("batua.events", { signal: stop.signal }, () => followForEver(pass, stop.signal))
    .catch(() => undefined)
  return () => {
    stop.abort()
    lastId = ""
    channel.close()
  }
}
