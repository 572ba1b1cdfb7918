import { render, screen } from "@testing-library/react"
import i18next from "i18next"
import { beforeAll, expect, test, vi } from "vitest"
import { ApiProblem } from "@/api/problem"
import { ErrorState } from "./ErrorState"
import { ProblemNote } from "./ProblemNote"

beforeAll(() => i18next.loadNamespaces("errors"))

const refused = (code: string, facts = {}) =>
  new ApiProblem({ code, status: 409, facts })

test("a refusal says that no money moved, and what to do", () => {
  render(<ProblemNote error={refused("ledger.not_enough_money")} money="auto" />)
  const note = screen.getByRole("alert")
  expect(note).toHaveTextContent("There is not enough money in your wallet")
  expect(note).toHaveTextContent("No money moved.")
  expect(note).toHaveTextContent("add money first")
})

test("a lost answer does not claim to know", () => {
  render(<ProblemNote error={new ApiProblem({ code: "web.unreachable" })} money="auto" />)
  expect(screen.getByRole("alert")).toHaveTextContent("We do not know yet whether the money moved")
})

test("a module's words are fetched when its first refusal is shown", async () => {
  const fetched = vi.spyOn(i18next, "loadNamespaces")
  render(<ProblemNote error={refused("payments.reminded_today")} />)
  expect(await screen.findByText("You reminded them today")).toBeVisible()
  expect(fetched.mock.calls.flat(2)).toContain("errors-payments")
})

test("the server's words are shown when ours do not come", async () => {
  const connector = i18next.services.backendConnector as { load: () => void }
  vi.spyOn(connector, "load").mockReturnValue()
  const problem = new ApiProblem({ code: "identity.weak_pin", status: 400, detail: "Too easy." })
  render(<ProblemNote error={problem} />)
  expect(screen.getByRole("alert")).toBeEmptyDOMElement()
  expect(await screen.findByText("Too easy.")).toBeVisible()
})

test("amounts and times among the facts are written out", async () => {
  await i18next.loadNamespaces("errors-payments")
  const facts = { limit: { minor: 1000000, currency: "INR" } }
  render(<ProblemNote error={refused("payments.send_limit_reached", facts)} />)
  expect(screen.getByRole("alert")).toHaveTextContent("at most ₹10,000")
})

test("an unknown code is told in the server's own words", () => {
  const problem = new ApiProblem({ code: "loans.no_guarantor", status: 409, detail: "Nobody vouches.", todo: "Ask two members." })
  render(<ErrorState error={problem} />)
  expect(screen.getByRole("alert")).toHaveTextContent("Nobody vouches.")
  expect(screen.getByRole("alert")).toHaveTextContent("Ask two members.")
})

test("nothing is shown while nothing is wrong", () => {
  render(<ProblemNote error={null} money="auto" />)
  expect(screen.getByRole("alert")).toBeEmptyDOMElement()
})
