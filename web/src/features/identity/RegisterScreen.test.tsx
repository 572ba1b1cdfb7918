import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { sessionState } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const challenge = {
  challenge: "0198c5f0-0000-7000-8000-000000000001",
  expires_at: new Date(Date.now() + 600_000).toISOString(),
  resend_after_s: 30,
  sent_to: "+91 ••••• ••210",
}
const ticket = { ticket: "ticket", expires_at: challenge.expires_at }

beforeEach(() => {
  sessionStorage.clear()
  quiet()
})

type User = ReturnType<typeof open>["user"]

async function fillDetails(user: User) {
  await user.type(await screen.findByLabelText("Your name"), "Asha Devi")
  await user.type(screen.getByLabelText("Phone number"), "98765 43210")
  await user.click(screen.getByRole("button", { name: "Send me a code" }))
}

test("a person registers: details, code, password, PIN twice", async () => {
  const given: unknown[] = []
  const note = (reply: object, status: number) => async (request: Request) => {
    given.push(await request.json())
    return HttpResponse.json(reply, { status })
  }
  answer("post", "/auth/register", note(challenge, 202))
  answer("post", "/auth/register/confirm", note(ticket, 200))
  answer("post", "/auth/register/complete", note(session(), 201))
  const { user } = open("/register")

  await fillDetails(user)
  await user.type(await screen.findByLabelText("Code from the message"), "123456")
  await user.type(await screen.findByLabelText("New password"), "indigo cloth 77")
  await user.click(screen.getByRole("button", { name: "Continue" }))
  await user.type(await screen.findByLabelText("Six new digits"), "270946")
  await user.type(await screen.findByLabelText("The same six once more"), "270946")

  await expect.poll(() => sessionState().is).toBe("in")
  expect(given).toMatchObject([
    { name: "Asha Devi", phone: "+919876543210", email: null, language: "en" },
    { challenge: challenge.challenge, code: "123456" },
    { ticket: "ticket", password: "indigo cloth 77", pin: "270946" },
  ])
})

test("nothing is sent before name and number are there", async () => {
  const { user } = open("/register")
  await user.click(await screen.findByRole("button", { name: "Send me a code" }))
  expect(screen.getByText("Write your name.")).toBeVisible()
  expect(screen.getByText("Write the whole number.")).toBeVisible()
  expect(screen.getByLabelText("Phone number")).toBeInvalid()
})

test("a wrong code is emptied and says how many tries are left", async () => {
  answer("post", "/auth/register", () => HttpResponse.json(challenge, { status: 202 }))
  const facts = { tries_left: 4 } as unknown as Record<string, never>
  answer("post", "/auth/register/confirm", () => refuse("identity.wrong_code", 400, { facts }))
  const { user } = open("/register")
  await fillDetails(user)
  await user.type(await screen.findByLabelText("Code from the message"), "000000")
  expect(await screen.findByText(/Tries left: 4/)).toBeVisible()
  expect(screen.getByLabelText("Code from the message")).toHaveValue("")
})

test("two PINs that differ begin again, and nothing is sent", async () => {
  answer("post", "/auth/register", () => HttpResponse.json(challenge, { status: 202 }))
  answer("post", "/auth/register/confirm", ticket)
  const { user } = open("/register")
  await fillDetails(user)
  await user.type(await screen.findByLabelText("Code from the message"), "123456")
  await user.type(await screen.findByLabelText("New password"), "indigo cloth 77")
  await user.click(screen.getByRole("button", { name: "Continue" }))
  await user.type(await screen.findByLabelText("Six new digits"), "270946")
  await user.type(await screen.findByLabelText("The same six once more"), "270947")
  expect(await screen.findByText(/were not the same/)).toBeVisible()
  expect(sessionState().is).toBe("out")
})

test("the tab may be ended while the message is read", async () => {
  answer("post", "/auth/register", () => HttpResponse.json(challenge, { status: 202 }))
  const first = open("/register")
  await fillDetails(first.user)
  await screen.findByLabelText("Code from the message")
  first.unmount()
  open("/register?step=code")
  expect(await screen.findByLabelText("Code from the message")).toBeVisible()
})
