import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { queries } from "@/api/queries"
import { enter } from "@/api/session"
import { formatHour } from "@/lib/time"
import { open } from "@/testing/open"
import { answer, quiet, session } from "@/testing/server"

const PAYMENT = {
  id: "0198c5f1-0000-7000-8000-0000000000aa",
  kind: "send",
  status: "succeeded",
  direction: "out",
  amount: { minor: 50_000, currency: "INR" },
  fee: { minor: 0, currency: "INR" },
  note: "Tea",
  reference: "7K2M9QXW4TBA",
  other: { id: "r", name: "Ravi Kumar", phone: "+91 ••••• ••002", handle: null, photo_url: null },
  request_id: null,
  created_at: "2025-11-20T09:30:00Z",
  settled_at: "2025-11-20T09:30:00Z",
  failure: null,
  balance_after: null,
}

beforeEach(() => {
  queries.clear()
  enter(session())
  quiet()
})

/** The history of a server whose copy is so many seconds behind. */
function behind(seconds: number): void {
  answer("get", "/payments", () =>
    HttpResponse.json({ items: [PAYMENT], next: null }, { headers: { "Batua-Data-Age": String(seconds) } }),
  )
  answer("get", "/wallets", { items: [] })
}

test("a history that may be old says of when it is", async () => {
  behind(3600)
  const before = Date.now()
  open("/activity")
  const line = await screen.findByText(/^As of /)
  const moments = []
  for (let at = before; at <= Date.now() + 1000; at += 1000)
    moments.push(`As of ${formatHour(new Date(at - 3_600_000), "en", "medium")}`)
  expect(moments).toContain(line.textContent)
  expect(line).toBeVisible()
})

test("a history that is a moment behind says nothing of it", async () => {
  behind(0.4)
  open("/activity")
  expect(await screen.findByText("Ravi Kumar")).toBeVisible()
  expect(screen.queryByText(/As of/)).toBeNull()
})
