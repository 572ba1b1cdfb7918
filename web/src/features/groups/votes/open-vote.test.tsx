import { screen, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import type { Rules, Vote } from "@/api/groups"
import { enter } from "@/api/session"
import { GROUP, MEERA, RAVI, VOTE, face, group, member, page, rules, vote } from "@/testing/group"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const LEELA = face(3, "Leela Das")
const asked = (kind: Vote["kind"], subject: typeof LEELA) => vote({ kind, subject, is_mine: true, amount: null, payee: null })

beforeEach(() => {
  enter(session())
  quiet()
  const needs = { votes: [], joins: 2, joins_by_vote: true, guarantees: [], instalment: null, dues: null }
  const constitution: Rules = { ...rules, admission: "vote" }
  answer("get", `/groups/${GROUP}`, group(["read", "propose", "vote", "answer_joins"], { open_proposals: 1, needs, constitution }))
  answer("get", `/groups/${GROUP}/transactions`, page())
  answer("get", `/groups/${GROUP}/members`, (request) => {
    const isAsked = new URL(request.url).searchParams.get("status") === "asked"
    const people = isAsked ? [member("m3", MEERA, { status: "asked" }), member("m4", LEELA, { status: "asked" })] : [member("m1", RAVI), member("m2", LEELA)]
    return HttpResponse.json(page(...people))
  })
})

test("who is voted on already is not put to a vote again, but another is", async () => {
  answer("get", `/groups/${GROUP}/proposals`, page(asked("admit", MEERA)))
  open(`/groups/${GROUP}`)
  const meera = within(await screen.findByRole("group", { name: "Meera Nair" }))
  expect(await meera.findByText("A vote on this is open.")).toBeVisible()
  expect(meera.getByRole("link", { name: "See the vote" })).toHaveAttribute("href", `/groups/${GROUP}/votes/${VOTE}`)
  expect(meera.queryByRole("button", { name: "Put it to a vote" })).toBeNull()
  const leela = within(screen.getByRole("group", { name: "Leela Das" }))
  expect(leela.getByRole("button", { name: "Put it to a vote" })).toBeEnabled()
})

test("the removal that is voted on already is not proposed again", async () => {
  answer("get", `/groups/${GROUP}/proposals`, page(asked("remove", LEELA)))
  const { user } = open(`/groups/${GROUP}/members`)
  await user.click(await screen.findByRole("button", { name: /Leela Das/ }))
  const sheet = within(await screen.findByRole("dialog", { name: "Ask the group" }))
  expect(await sheet.findByText("A vote is open on whether this person goes.")).toBeVisible()
  expect(sheet.getByRole("link", { name: "See the vote" })).toHaveAttribute("href", `/groups/${GROUP}/votes/${VOTE}`)
  expect(sheet.queryByRole("button", { name: "Propose removal" })).toBeNull()
})
