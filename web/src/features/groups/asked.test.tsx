import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { hear } from "@/api/events"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
const AT = "2026-11-21T09:30:00Z"
const asks = { id: ID, name: "Friends of the well", picture_url: null, asked_at: AT }
const inr = (minor: number) => ({ minor, currency: "INR" })
const group = {
  id: ID,
  kind: "simple_pot",
  name: "Friends of the well",
  purpose: "",
  currency: "INR",
  is_women_only: false,
  members: 2,
  is_over: false,
  created_at: AT,
  me: { id: "m1", status: "active", role: "member", rights: ["read"], has_voice: true, joined_at: AT },
  my_share: inr(0),
  pot: { balance: inr(200_000), available: inr(200_000) },
  picture_url: null,
}

let asked: object[]
let groups: object[]

beforeEach(() => {
  enter(session())
  quiet()
  asked = [asks]
  groups = []
  answer("get", "/groups", () => HttpResponse.json({ items: groups, next: null }))
  answer("get", "/groups/invites", { items: [] })
  answer("get", "/groups/asked", () => HttpResponse.json({ items: asked }))
})

test("whoever has asked sees it, and takes it back after a question", async () => {
  const taken: string[] = []
  answer("delete", `/groups/${ID}/join`, (request) => {
    taken.push(new URL(request.url).pathname)
    asked = []
    return new HttpResponse(null, { status: 204 })
  })
  const { user } = open("/groups")
  expect(await screen.findByRole("heading", { name: "You have asked to come in" })).toBeVisible()
  expect(screen.getByText("Friends of the well")).toBeVisible()
  expect(screen.queryByText("You are in no group yet")).toBeNull()

  await user.click(screen.getByRole("button", { name: "Take it back" }))
  await user.click(await screen.findByRole("button", { name: "Not now" }))
  expect(taken).toEqual([])
  await user.click(await screen.findByRole("button", { name: "Take it back" }))
  const dialog = await screen.findByRole("dialog", { name: "No longer want to come into Friends of the well?" })
  const sure = [...dialog.querySelectorAll("button")].find((each) => each.textContent === "Take it back")
  await user.click(sure as HTMLElement)
  expect(await screen.findByText("You are in no group yet")).toBeVisible()
  expect(screen.queryByRole("heading", { name: "You have asked to come in" })).toBeNull()
  expect(taken).toHaveLength(1)
})

test("when she is let in, the list says so by itself", async () => {
  open("/groups")
  await screen.findByRole("heading", { name: "You have asked to come in" })
  asked = []
  groups = [group]
  hear({ id: "1", event: "change", data: JSON.stringify({ kind: "groups.joined", subject: ID, at: AT }) })
  await waitFor(() => expect(screen.queryByRole("heading", { name: "You have asked to come in" })).toBeNull())
  expect(await screen.findByRole("link", { name: /Friends of the well/ })).toBeVisible()
})
