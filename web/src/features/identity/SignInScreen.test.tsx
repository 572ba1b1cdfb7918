import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { sessionState } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const challenge = {
  challenge: "0198c5f0-0000-7000-8000-000000000002",
  expires_at: new Date(Date.now() + 600_000).toISOString(),
  resend_after_s: 30,
  sent_to: "+91 ••••• ••210",
}

beforeEach(() => {
  sessionStorage.clear()
  quiet()
})

async function fill(path = "/sign-in") {
  const { user, router } = open(path)
  await user.type(await screen.findByLabelText("Phone number"), "9876543210")
  await user.type(screen.getByLabelText("Password"), "indigo cloth 77")
  await user.click(screen.getByRole("button", { name: "Sign in" }))
  return { user, router }
}

test("a known device is let in at once", async () => {
  answer("post", "/auth/login", { session: session(), challenge: null })
  await fill()
  await expect.poll(() => sessionState().is).toBe("in")
})

test("a new device answers a code", async () => {
  answer("post", "/auth/login", { session: null, challenge })
  answer("post", "/auth/login/confirm", async (request) => {
    expect(await request.json()).toEqual({ challenge: challenge.challenge, code: "123456" })
    return HttpResponse.json(session())
  })
  const { user } = await fill()
  await user.type(await screen.findByLabelText("Code from the message"), "123456")
  await expect.poll(() => sessionState().is).toBe("in")
})

test("a wrong password lets nobody in and does not say which half was wrong", async () => {
  answer("post", "/auth/login", () => refuse("identity.wrong_credentials", 401))
  await fill()
  expect(await screen.findByText(/do not belong together/)).toBeVisible()
  expect(sessionState().is).toBe("out")
})

test("an e-mail can stand for the phone", async () => {
  const given: unknown[] = []
  answer("post", "/auth/login", async (request) => {
    given.push(await request.json())
    return refuse("identity.wrong_credentials", 401)
  })
  const { user } = open("/sign-in")
  await user.click(await screen.findByRole("button", { name: "Use my e-mail instead" }))
  await user.type(screen.getByLabelText("E-mail"), "asha@example.org")
  await user.type(screen.getByLabelText("Password"), "indigo cloth 77")
  await user.click(screen.getByRole("button", { name: "Sign in" }))
  await screen.findByText(/do not belong together/)
  expect(given).toEqual([{ identifier: "asha@example.org", password: "indigo cloth 77" }])
})

test("a link to another site is not followed after signing in", async () => {
  answer("post", "/auth/login", { session: session(), challenge: null })
  const { router } = await fill("/sign-in?then=%2F%2Fevil.example")
  await expect.poll(() => sessionState().is).toBe("in")
  await expect.poll(() => router.state.location.href).toBe("/")
})
