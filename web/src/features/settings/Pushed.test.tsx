import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test, vi } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const DEVICE = {
  id: "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
  device: "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3f",
  service: "fcm.googleapis.com",
  added_at: "2026-03-01T12:00:00Z",
  is_this: true,
}
const SUBSCRIPTION = { endpoint: "https://fcm.googleapis.com/x", keys: { p256dh: "p", auth: "a" } }

let items: (typeof DEVICE)[] = []
let wishes = { off: [], quiet_from: 21, quiet_until: 8, shows_amounts: false }

beforeEach(() => {
  enter(session())
  quiet()
  items = []
  wishes = { off: [], quiet_from: 21, quiet_until: 8, shows_amounts: false }
  answer("get", "/notifications/wishes", () => HttpResponse.json(wishes))
  answer("get", "/push/devices", () => HttpResponse.json({ items }))
  answer("get", "/push/key", { public_key: "BKey" })
})

/** A browser that can push; what it was asked. */
function browser(permission: NotificationPermission, says: NotificationPermission = permission) {
  let current: object | null = null
  const asked: unknown[] = []
  let questions = 0
  const made = {
    toJSON: () => SUBSCRIPTION,
    unsubscribe: () => {
      current = null
      return Promise.resolve(true)
    },
  }
  const pushManager = {
    getSubscription: () => Promise.resolve(current),
    subscribe: (options: unknown) => {
      asked.push(options)
      current = made
      return Promise.resolve(made)
    },
  }
  vi.stubGlobal("PushManager", Object)
  vi.stubGlobal("Notification", {
    permission,
    requestPermission: () => {
      questions += 1
      return Promise.resolve(says)
    },
  })
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: { getRegistration: () => Promise.resolve({ pushManager }) },
  })
  return { asked, isSubscribed: () => current !== null, questions: () => questions }
}

test("without the ability the switch is disabled and says why", async () => {
  Reflect.deleteProperty(navigator, "serviceWorker")
  open("/you/settings")
  const pill = await screen.findByRole("button", { name: "Notify me here" })
  expect(pill).toBeDisabled()
  expect(pill).toHaveAccessibleDescription(/cannot show notifications/)
})

test("what the browser forbids cannot be switched on here", async () => {
  browser("denied")
  open("/you/settings")
  const pill = await screen.findByRole("button", { name: "Notify me here" })
  expect(pill).toBeDisabled()
  expect(pill).toHaveAccessibleDescription(/blocked for Batua/)
})

test("it is switched on with the server's key, and off again", async () => {
  const here = browser("default", "granted")
  const sent: unknown[] = []
  answer("post", "/push/devices", async (request) => {
    sent.push(await request.json())
    items = [DEVICE, { ...DEVICE, id: DEVICE.device, is_this: false }]
    return HttpResponse.json(DEVICE)
  })
  answer("delete", `/push/devices/${DEVICE.id}`, () => {
    items = items.filter((one) => !one.is_this)
    return new HttpResponse(null, { status: 204 })
  })
  const { user } = open("/you/settings")
  const pill = await screen.findByRole("button", { name: "Notify me here" })
  expect(pill).toHaveAttribute("aria-pressed", "false")
  await user.click(pill)
  await waitFor(() => expect(pill).toHaveAttribute("aria-pressed", "true"))
  expect(here.asked).toEqual([{ userVisibleOnly: true, applicationServerKey: "BKey" }])
  expect(sent).toEqual([{ endpoint: SUBSCRIPTION.endpoint, ...SUBSCRIPTION.keys }])
  expect(screen.getByText("1 other device is notified too.")).toBeVisible()
  await user.click(pill)
  await waitFor(() => expect(pill).toHaveAttribute("aria-pressed", "false"))
  expect(here.isSubscribed()).toBe(false)
})

test("a person who does not allow it is not subscribed", async () => {
  const here = browser("default", "denied")
  const { user } = open("/you/settings")
  await user.click(await screen.findByRole("button", { name: "Notify me here" }))
  await waitFor(() => expect(here.questions()).toBe(1))
  await waitFor(() => expect(screen.getByRole("button", { name: "Notify me here" })).toBeEnabled())
  expect(here.asked).toEqual([])
})
