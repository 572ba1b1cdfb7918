import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

let wishes = { off: ["call"], quiet_from: 21, quiet_until: 8 }

beforeEach(() => {
  enter(session())
  quiet()
  wishes = { off: ["call"], quiet_from: 21, quiet_until: 8 }
  answer("get", "/notifications/wishes", () => HttpResponse.json(wishes))
})

test("channels are turned off and on, and quiet hours chosen", async () => {
  answer("put", "/notifications/wishes", async (request) => {
    wishes = (await request.json()) as typeof wishes
    return HttpResponse.json(wishes)
  })
  const { user } = open("/you/settings")
  const call = await screen.findByRole("button", { name: "Call" })
  expect(call).toHaveAttribute("aria-pressed", "false")
  await user.click(call)
  await waitFor(() => expect(wishes.off).toEqual([]))
  await user.click(screen.getByRole("button", { name: "E-mail" }))
  await waitFor(() => expect(wishes.off).toEqual(["email"]))
  await user.selectOptions(screen.getByLabelText("Leave me in peace from"), "22")
  await waitFor(() => expect(wishes.quiet_from).toBe(22))
  expect(screen.getByRole("button", { name: "Call" })).toHaveAttribute("aria-pressed", "true")
})

test("a wish that is refused is taken back on the screen", async () => {
  answer("put", "/notifications/wishes", () => refuse("kit.unavailable", 503))
  const { user } = open("/you/settings")
  await user.click(await screen.findByRole("button", { name: "Call" }))
  expect(await screen.findByRole("alert")).toBeVisible()
  expect(screen.getByRole("button", { name: "Call" })).toHaveAttribute("aria-pressed", "false")
})
