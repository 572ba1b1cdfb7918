import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { hear } from "@/api/events"
import { enter } from "@/api/session"
import { AT, GROUP, group } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const asks = { id: GROUP, name: "Friends of the well", picture_url: null, asked_at: AT }

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
  answer("delete", `/groups/${GROUP}/join`, (request) => {
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
  groups = [group()]
  hear({ id: "1", event: "change", data: JSON.stringify({ kind: "groups.joined", subject: GROUP, at: AT }) })
  await waitFor(() => expect(screen.queryByRole("heading", { name: "You have asked to come in" })).toBeNull())
  expect(await screen.findByRole("link", { name: /Friends of the well/ })).toBeVisible()
})
