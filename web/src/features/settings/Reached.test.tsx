import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const USUAL = {
  off: ["call"],
  quiet_from: 21,
  quiet_until: 8,
  shows_amounts: false,
  off_in: [] as { topic: string; channel: string }[],
  digest: "none",
}
let wishes = USUAL

beforeEach(() => {
  enter(session())
  quiet()
  wishes = USUAL
  answer("get", "/notifications/wishes", () => HttpResponse.json(wishes))
  answer("get", "/push/devices", { items: [] })
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
  const channels = within(screen.getByRole("group", { name: "How we may reach you" }))
  await user.click(channels.getByRole("button", { name: "E-mail" }))
  await waitFor(() => expect(wishes.off).toEqual(["email"]))
  await user.selectOptions(screen.getByLabelText("Leave me in peace from"), "22")
  await waitFor(() => expect(wishes.quiet_from).toBe(22))
  expect(channels.getByRole("button", { name: "Call" })).toHaveAttribute("aria-pressed", "true")
})

test("a wish that is refused is taken back on the screen", async () => {
  answer("put", "/notifications/wishes", () => refuse("kit.unavailable", 503))
  const { user } = open("/you/settings")
  await user.click(await screen.findByRole("button", { name: "Call" }))
  expect(await screen.findByRole("alert")).toBeVisible()
  expect(screen.getByRole("button", { name: "Call" })).toHaveAttribute("aria-pressed", "false")
})

test("a channel is turned off for one matter, and amounts and a summary are asked for", async () => {
  answer("put", "/notifications/wishes", async (request) => {
    wishes = (await request.json()) as typeof wishes
    return HttpResponse.json(wishes)
  })
  answer("get", "/notifications/digest", () =>
    HttpResponse.json({ is_empty: false, subject: "What you have not read", text: "• Money added", html: "" }),
  )
  const { user } = open("/you/settings")
  const loans = within(await screen.findByRole("group", { name: "Loans" }))
  expect(loans.queryByRole("button", { name: "Call" })).toBeNull() // she wants no calls at all
  await user.click(loans.getByRole("button", { name: "Text message" }))
  await waitFor(() => expect(wishes.off_in).toEqual([{ topic: "loans", channel: "sms" }]))
  await user.click(loans.getByRole("button", { name: "Notifications on devices" }))
  await waitFor(() => expect(wishes.off_in).toHaveLength(2))
  expect(wishes.off_in[1]).toEqual({ topic: "loans", channel: "push" })
  await user.click(loans.getByRole("button", { name: "Notifications on devices" }))
  await waitFor(() => expect(wishes.off_in).toHaveLength(1))
  expect(screen.queryByRole("group", { name: /security/i })).toBeNull()
  await user.click(screen.getByRole("button", { name: "Show amounts on the lock screen" }))
  await waitFor(() => expect(wishes.shows_amounts).toBe(true))
  await user.selectOptions(screen.getByLabelText("Summary by e-mail"), "weekly")
  await waitFor(() => expect(wishes.digest).toBe("weekly"))
  await user.click(screen.getByRole("button", { name: "See it now" }))
  expect(await screen.findByText("• Money added")).toBeVisible()
})
