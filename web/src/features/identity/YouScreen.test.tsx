import { screen } from "@testing-library/react"
import { expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const ADMIN = ["/admin/connections", "/admin/routing", "/admin/webhooks"]

test.each([
  ["admin", ["/admin/ledger", "/admin/deliveries", "/admin/verifications", ...ADMIN]],
  ["support", ["/admin/deliveries", "/admin/verifications"]],
  ["person", []],
])("the office is open to its own: %s", async (role, places) => {
  const { person } = session()
  enter(session())
  quiet()
  answer("get", "/me", { ...person, roles: ["person", role] })
  open("/you")
  await screen.findByRole("button", { name: "Sign out" })
  await screen.findByText(person.name)
  const links = screen.queryAllByRole("link").map((one) => one.getAttribute("href") ?? "")
  expect(links.filter((to) => to.startsWith("/admin"))).toEqual(places)
})
