import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"
import { matches } from "./places"

beforeEach(() => {
  enter(session())
  quiet()
})

const meena = {
  id: "0198c5f0-0000-7000-8000-0000000000cc",
  name: "Meena Rao",
  phone: "+91 ••••• ••310",
  handle: "meena@batua",
  photo_url: null,
  paid_before: true,
  last_paid_at: null,
}

test("people, payments and places are found by one field", async () => {
  const asked: string[] = []
  answer("get", "/payees", (request) => {
    asked.push(new URL(request.url).searchParams.get("search") ?? "")
    return HttpResponse.json({ items: [meena] })
  })
  answer("get", "/payments", { items: [], next: null })
  const { user } = open("/search")
  await user.type(await screen.findByLabelText("What are you looking for?"), "me")
  expect(await screen.findByText("Meena Rao")).toBeVisible()
  expect(asked).toEqual(["me"])
})

test("a screen is found without asking anybody", async () => {
  const { user } = open("/search")
  await user.type(await screen.findByLabelText("What are you looking for?"), "l")
  expect(await screen.findByText("Limits")).toBeVisible()
})

test("nothing found is said, not left white", async () => {
  answer("get", "/payees", { items: [] })
  answer("get", "/payments", { items: [], next: null })
  const { user } = open("/search")
  await user.type(await screen.findByLabelText("What are you looking for?"), "zzz")
  expect(await screen.findByText("Nothing found")).toBeVisible()
})

test.each([
  ["Change the PIN", "pin", true],
  ["Change the PIN", "PIN ch", true],
  ["Change the PIN", "ange", false],
  ["पिन बदलें", "पिन", true],
  ["Help", "", false],
])("%s is found by %s: %s", (name, typed, isFound) => {
  expect(matches(name, typed)).toBe(isFound)
})
