import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { open } from "@/testing/open"
import { answer, refuse } from "@/testing/server"
import { begin, connection, fill, prove, razorpay, setting } from "./given"

beforeEach(begin)

test("what is typed is tried before it is kept, and a verdict is about what was tried", async () => {
  const tried: unknown[] = []
  razorpay()
  answer("post", "/gateways/providers/razorpay/test", async (request) => {
    tried.push(await request.json())
    const verdict = tried.length === 1 ? "wrong_key" : "ok"
    return HttpResponse.json({ verdict, status: verdict === "ok" ? 200 : 401, skew_s: 0 })
  })
  const { user } = open("/admin/connections/razorpay")
  const secret = await screen.findByLabelText("Key secret")
  await fill(user, secret, "wrong")
  await user.click(screen.getByText("Test before keeping"))
  expect(await screen.findByText("It does not know these keys")).toBeVisible()
  await fill(user, secret, "right")
  expect(screen.queryByText("It does not know these keys")).toBeNull()
  await user.click(screen.getByText("Test before keeping"))
  expect(await screen.findByText("It works")).toBeVisible()
  expect(tried).toEqual([{ values: { key_secret: "wrong" } }, { values: { key_secret: "right" } }])
})

test("a secret is never shown, and is kept with the PIN", async () => {
  const kept: unknown[] = []
  let now = connection("razorpay")
  razorpay(() => now)
  answer("put", "/gateways/providers/razorpay/keys", async (request) => {
    kept.push([request.headers.get("Step-Up-Token"), await request.json()])
    const settings = now.settings.map((one) =>
      one.field === "key_secret" ? { ...one, ending: "9zzz", previous_until: "2026-11-23T08:00:00Z" } : one,
    )
    now = { ...now, version: 4, settings }
    return HttpResponse.json(now)
  })
  const { user } = open("/admin/connections/razorpay")
  const secret = await screen.findByLabelText("Key secret")
  expect(secret).toHaveValue("")
  expect(secret).toHaveAttribute("type", "password")
  expect(await screen.findByText(/^Set, ends in x4Qz · since .*, by another officer \(id ends in beef\)$/)).toBeVisible()
  expect(screen.getByText("Keep")).toBeDisabled()
  await fill(user, secret, "the-new-one-9zzz")
  await user.selectOptions(screen.getByLabelText("Keep taking the old secret of callbacks for"), "3 days")
  await user.click(screen.getByText("Keep"))
  await prove(user)
  expect(await screen.findByText(/^Set, ends in 9zzz/)).toBeVisible()
  expect(screen.getByText(/^The one before is taken until/)).toBeVisible()
  expect(screen.getByLabelText("Key secret")).toHaveValue("")
  const body = { version: 3, values: { key_secret: "the-new-one-9zzz" }, keep_hours: 72 }
  expect(kept).toEqual([["proof", body]])
})

test("what is typed outlives somebody else's change, and the field that is refused is named", async () => {
  const asked: number[] = []
  let now = connection("razorpay")
  razorpay(() => now)
  answer("put", "/gateways/providers/razorpay/keys", async (request) => {
    const { version } = (await request.json()) as { version: number }
    asked.push(version)
    if (version === now.version) {
      const facts = { field: "values.key_secret", message: "is given again when the address changes" }
      return refuse("kit.bad_field", 400, { facts })
    }
    return refuse("kit.connection_changed", 409)
  })
  const { user } = open("/admin/connections/razorpay")
  const id = await screen.findByLabelText("Key id")
  expect(id).toHaveValue("rzp_live_8Yk2")
  await fill(user, id, "rzp_live_mine")
  now = { ...now, version: 4 }
  await user.click(screen.getByText("Keep"))
  await prove(user)
  expect(await screen.findByText("Somebody else has changed these settings meanwhile")).toBeVisible()
  expect(screen.getByText(/^What you typed is still here/)).toBeVisible()
  expect(id).toHaveValue("rzp_live_mine")
  await user.click(screen.getByText("Keep"))
  await prove(user)
  expect(await screen.findByText(/^Give it again: the address changes/)).toBeVisible()
  expect(screen.getByLabelText("Key secret")).toBeInvalid()
  expect(asked).toEqual([3, 4])
})

test("nothing of the environment is taken over into what is kept", async () => {
  const settings = [
    setting("key_id", { is_set: true, value: "rzp_env" }),
    setting("key_secret", { is_secret: true, is_set: true, ending: "envv" }),
  ]
  razorpay(() => connection("razorpay", { source: "environment", version: 0, changed_at: null, settings }))
  open("/admin/connections/razorpay")
  expect(await screen.findByLabelText("Key id")).toHaveValue("")
  expect(screen.getByText("By the environment: rzp_env")).toBeVisible()
  expect(screen.getByText("Set, ends in envv · by the environment")).toBeVisible()
  expect(screen.getByText(/^What you keep here stands in the place of all/)).toBeVisible()
  expect(screen.queryByRole("button", { name: "Take away what is kept" })).toBeNull()
})

test("one secret is taken away, and then all that is kept, after a question and the PIN", async () => {
  const asked: unknown[] = []
  let now = connection("razorpay")
  razorpay(() => now)
  answer("put", "/gateways/providers/razorpay/keys", async (request) => {
    asked.push(((await request.json()) as { values: object }).values)
    now = { ...now, version: 4 }
    return HttpResponse.json(now)
  })
  answer("delete", "/gateways/providers/razorpay/keys", (request) => {
    asked.push([new URL(request.url).search, request.headers.get("Step-Up-Token")])
    now = connection("razorpay", { source: "none", version: 5, is_connected: false })
    return HttpResponse.json(now)
  })
  const { user } = open("/admin/connections/razorpay")
  await user.click(await screen.findByRole("button", { name: "Take away: Key secret" }))
  expect(screen.getByText("It will be taken away when you keep this.")).toBeVisible()
  await user.click(screen.getByText("Keep"))
  await prove(user)
  await waitFor(() => expect(asked).toEqual([{ key_secret: null }]))
  await user.click(await screen.findByRole("button", { name: "Take away what is kept" }))
  const question = await screen.findByRole("dialog", { name: "Take away the keys of Razorpay?" })
  await user.click(within(question).getByRole("button", { name: "Take away what is kept" }))
  await prove(user, "another")
  expect(await screen.findByText("What was kept is taken away.")).toBeVisible()
  await waitFor(() => expect(asked).toEqual([{ key_secret: null }, ["?version=4", "another"]]))
  expect(await screen.findByText("Not connected")).toBeVisible()
})

test("a private key in PEM is taken with its lines, and covered", async () => {
  const tried: unknown[] = []
  const pem = "-----BEGIN PRIVATE KEY-----\nbm90aGluZw==\n-----END PRIVATE KEY-----"
  const settings = [setting("signing_key", { is_secret: true, has_lines: true, is_set: true })]
  razorpay(() => connection("razorpay", { settings }))
  answer("post", "/gateways/providers/razorpay/test", async (request) => {
    tried.push(await request.json())
    return HttpResponse.json({ verdict: "ok", status: 200, skew_s: 0 })
  })
  const { user } = open("/admin/connections/razorpay")
  const field = await screen.findByLabelText("Key that signs addresses")
  expect(field).toHaveValue("")
  await fill(user, field, pem)
  await user.click(screen.getByText("Test before keeping"))
  expect(await screen.findByText("It works")).toBeVisible()
  expect(tried).toEqual([{ values: { signing_key: pem } }])
})
