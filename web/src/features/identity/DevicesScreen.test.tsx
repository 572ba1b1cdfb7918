import { screen, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const here = {
  id: "0198c5f0-0000-7000-8000-00000000000a",
  name: "Chrome · Android",
  created_at: "2025-11-01T08:00:00Z",
  last_seen_at: "2025-11-20T08:00:00Z",
  is_current: true,
  sessions: [],
}
const lost = { ...here, id: "0198c5f0-0000-7000-8000-00000000000b", name: "Old phone", is_current: false }

beforeEach(() => {
  enter(session())
  quiet()
})

const card = async (name: string) => within((await screen.findByText(name)).closest("li")!)

test("a lost phone is signed out after one question, and leaves the list", async () => {
  let devices = [here, lost]
  const ended: string[] = []
  answer("get", "/me/devices", () => HttpResponse.json({ items: devices }))
  answer("delete", `/me/devices/${lost.id}`, () => {
    ended.push(lost.id)
    devices = [here]
    return new Response(null, { status: 204 })
  })
  const { user } = open("/you/devices")
  await user.click((await card("Old phone")).getByRole("button", { name: "Sign out" }))
  expect(ended).toEqual([])
  const sheet = within(screen.getByRole("dialog", { name: "Sign out Old phone?" }))
  await user.click(sheet.getByRole("button", { name: "Sign out" }))
  expect(await screen.findByText("Old phone is signed out.")).toBeVisible()
  expect(screen.queryByRole("heading", { name: "Old phone" })).toBeNull()
  expect(ended).toEqual([lost.id])
})

test("this device offers no way to sign itself out here", async () => {
  answer("get", "/me/devices", { items: [here] })
  open("/you/devices")
  const buttons = (await card(here.name)).getAllByRole("button")
  expect(buttons.map((button) => button.textContent)).toEqual(["Rename"])
})

test("a name that is refused stays in its field, with the reason", async () => {
  answer("get", "/me/devices", { items: [here] })
  answer("patch", `/me/devices/${here.id}`, () => refuse("identity.no_such_device", 404))
  const { user } = open("/you/devices")
  await user.click(await screen.findByRole("button", { name: "Rename" }))
  const field = screen.getByLabelText("Name of the device")
  expect(field).toHaveFocus()
  await user.clear(field)
  await user.type(field, "Kitchen")
  await user.click(screen.getByRole("button", { name: "Save" }))
  expect(await screen.findByText("This device is already gone")).toBeVisible()
  expect(field).toHaveValue("Kitchen")
})

test("a list that does not come says so, and can be asked for again", async () => {
  answer("get", "/me/devices", () => refuse("identity.too_many_tries", 429, { retry: true }))
  const { user } = open("/you/devices")
  expect(await screen.findByText("That was tried too often")).toBeVisible()
  answer("get", "/me/devices", { items: [here] })
  await user.click(screen.getByRole("button", { name: "Try again" }))
  expect(await screen.findByText(here.name)).toBeVisible()
})
