import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const run = {
  id: "0198c5f0-0000-7000-8000-00000000000c",
  state: "waiting",
  asked_at: "2026-11-20T08:00:00Z",
  started_at: null as string | null,
  ended_at: null as string | null,
  part: "",
  done: 0,
  total: 0,
  report: null as object | null,
}
const report = { accounts: 3, entries: 40, postings: 80, holds: 0, blocks: 2 }

beforeEach(() => {
  enter(session())
  quiet()
  const head = "ab".repeat(32)
  answer("get", "/ledger/head", { n: 2, head, sealed_at: "2026-11-20T08:00:00Z", entries: 40, waiting: 1 })
  answer("get", "/ledger/blocks", {
    items: [{ n: 2, head, sealed_at: "2026-11-20T08:00:00Z", entries: 12, postings: 24 }],
    next: null,
  })
})

test("a run is asked for, watched, and tells that all is well", async () => {
  let runs: object[] = []
  answer("get", "/ledger/verifications", () => HttpResponse.json({ items: runs, next: null }))
  answer("post", "/ledger/verifications", () => {
    runs = [{ ...run, state: "running", part: "postings", done: 10, total: 80 }]
    return HttpResponse.json(runs[0], { status: 202 })
  })
  const { user } = open("/admin/ledger")
  expect(await screen.findByText("Nobody has proven the books yet.")).toBeVisible()
  expect(await screen.findByText("Block 2, entries: 12")).toBeVisible()
  await user.click(screen.getByRole("button", { name: "Prove everything now" }))
  expect(await screen.findByText("Postings: 10 of 80")).toBeVisible()
  const parts = [{ name: "chain", rows: 2, note: "" }]
  const ended_at = "2026-11-20T08:01:00Z"
  runs = [{ ...run, state: "whole", ended_at, report: { ...report, parts, damages: [] } }]
  expect(
    await screen.findByText("Nobody altered anything", undefined, { timeout: 10_000 }),
  ).toBeVisible()
  expect(screen.getByText("All is well")).toBeVisible()
})

test("the altered row is named", async () => {
  const parts = [{ name: "chain", rows: 2, note: "" }]
  const damages = [{ part: "chain", table: "ledger.entry", row: "entry 7", fault: "it is gone" }]
  const ended_at = "2026-11-20T08:01:00Z"
  const damaged = { ...run, state: "damaged", ended_at, report: { ...report, parts, damages } }
  answer("get", "/ledger/verifications", { items: [damaged], next: null })
  open("/admin/ledger")
  expect(await screen.findByText("Something was altered")).toBeVisible()
  expect(screen.getByRole("alert")).toHaveTextContent("ledger.entry, entry 7: it is gone")
  expect(screen.getByText("Damaged")).toBeVisible()
})
