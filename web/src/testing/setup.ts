/** What the browser has and jsdom has not, and a server that answers only what a test gave it. */
import "@testing-library/jest-dom/vitest"
import "fake-indexeddb/auto"
import { cleanup, configure } from "@testing-library/react"
import { afterAll, afterEach, beforeAll } from "vitest"
import { leave } from "@/api/session"
import { startWords } from "@/lib/i18n"
import { server } from "./server"

/** One holder at a time per name, in the order of asking, as the Web Locks API promises. */
class Locks {
  private queues = new Map<string, Promise<unknown>>()

  request<T>(name: string, ...rest: [() => Promise<T>] | [LockOptions, () => Promise<T>]) {
    const act = rest.length === 1 ? rest[0] : rest[1]
    const turn = (this.queues.get(name) ?? Promise.resolve()).then(act, act)
    this.queues.set(name, turn)
    return turn
  }
}

Object.defineProperty(navigator, "locks", { value: new Locks() })

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
  this.dispatchEvent(new Event("close"))
}

window.matchMedia = (query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as MediaQueryList
window.scrollTo = () => undefined

configure({ asyncUtilTimeout: 40_000 })

beforeAll(async () => {
  server.listen({ onUnhandledFrame: "error" })
  localStorage.setItem("batua.language", "en")
  await startWords()
})
afterEach(async () => {
  cleanup()
  await leave()
  server.resetHandlers()
})
afterAll(() => server.close())
