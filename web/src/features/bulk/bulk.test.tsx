import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import { asTable } from "./template"

const inr = (minor: number) => ({ minor, currency: "INR" })
const ID = "0198c5f4-33aa-7c01-9e77-1020304050aa"
const RAVI = {
  id: "0198c5f1-0000-7000-8000-000000000001",
  name: "Ravi Kumar",
  phone: "+91 ••••• ••002",
  handle: "ravi@batua",
  photo_url: null,
  paid_before: true,
  last_paid_at: null,
}
const good = (line: number) => ({
  line,
  recipient: "ravi",
  payee: RAVI,
  amount: inr(10_000),
  note: "May",
  errors: [],
  warnings: [],
})
const wrong = {
  line: 3,
  recipient: "+919000000001",
  payee: null,
  amount: inr(500),
  note: "",
  errors: [
    { field: "recipient", code: "payments.payee_not_found", detail: "x", todo: "y", facts: {} },
    { field: "amount", code: "payments.send_limit_reached", detail: "x", todo: "y", facts: { limit: inr(100) } },
  ],
  warnings: [],
}
const sum = { total: inr(10_000), balance_after: inr(90_000), per_send: inr(1), day_left: inr(1), month_left: inr(1) }
const preview = (...lines: (ReturnType<typeof good> | typeof wrong)[]) => {
  const bad = lines.filter((line) => line.errors.length > 0).length
  return { lines, good: lines.length - bad, wrong: bad, totals: [sum], needs_pin: true }
}
const BATCH = {
  id: ID,
  mode: "each",
  name: "Salaries",
  status: "done",
  items: 2,
  sent: 2,
  refused: 0,
  totals: [inr(20_000)],
  sent_totals: [inr(20_000)],
  begun_at: "2025-11-20T09:30:00Z",
  finished_at: "2025-11-20T09:30:01Z",
}
const result = (line: number) => ({ line, status: "sent", payment_id: ID, refusal: null })
const told = (line: number) => ({ ...result(line), payee: RAVI, amount: inr(10_000), note: "May" })

interface Heard {
  tables: string[]
  orders: { key: string | null; proof: string | null; body: unknown }[]
}

/** An answer that has a line for each result. */
function stream(...lines: number[]): Response {
  const text = lines.map((line) => `${JSON.stringify(result(line))}\n`).join("")
  return new HttpResponse(text, {
    status: 201,
    headers: { "Content-Type": "application/x-ndjson", "Batua-Batch": ID },
  })
}

function serve(previews: object[], send: (n: number) => Response = () => stream(1, 2)): Heard {
  const heard: Heard = { tables: [], orders: [] }
  quiet()
  answer("get", "/payments/batches", { items: [], next: null })
  answer("post", "/payments/batch/preview", async (request) => {
    heard.tables.push(await request.text())
    return HttpResponse.json(previews[Math.min(heard.tables.length, previews.length) - 1])
  })
  answer("post", "/auth/step-up", { token: "proof", expires_at: "2025-11-20T09:35:00Z" })
  answer("post", "/payments/batch", async (request) => {
    heard.orders.push({
      key: request.headers.get("Idempotency-Key"),
      proof: request.headers.get("Step-Up-Token"),
      body: await request.json(),
    })
    return send(heard.orders.length)
  })
  answer("get", `/payments/batches/${ID}`, BATCH)
  answer("get", `/payments/batches/${ID}/results`, { items: [told(1), told(2)], next: null })
  return heard
}

beforeEach(() => {
  enter(session())
})

async function look(rows = "ravi,100,May") {
  const shown = open("/pay-many")
  await shown.user.type(await screen.findByLabelText("Or type or paste the rows"), rows)
  await shown.user.click(screen.getByRole("button", { name: "Look at the list" }))
  await screen.findByRole("heading", { name: "Is every line right?" })
  return shown
}

describe("paying many", () => {
  test("shows every error of every line, can show the rest, and leaves wrong lines out", async () => {
    const heard = serve([preview(good(2), wrong)])
    const { user } = await look()
    expect(heard.tables).toEqual(["recipient,amount,note\nravi,100,May"])
    expect(screen.getByText("1 line cannot go.")).toBeVisible()
    const table = within(screen.getByRole("table"))
    expect(await table.findByText("Nobody with a wallet was found")).toBeVisible()
    expect(table.getByText(/₹1\b/)).toBeVisible()
    expect(table.queryByText("Ravi Kumar")).toBeNull()
    await user.click(screen.getByRole("button", { name: "All 2" }))
    expect(table.getByText("Ravi Kumar")).toBeVisible()
    expect(table.getByText("Ready")).toBeVisible()
    expect(screen.getByText("The line with an error stays out.")).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Send nothing" }))
    expect(screen.getByRole("button", { name: /^Send ₹100 in 1/ })).toBeDisabled()
    expect(heard.orders).toEqual([])
  })

  test("lets the rows be mended, asks the PIN once, sends once, and shows what became of each line", async () => {
    const heard = serve([preview(wrong), preview(good(2), good(3))])
    const { user } = await look("x,1,")
    expect(screen.getByRole("button", { name: "Nothing can be sent" })).toBeDisabled()
    await user.click(screen.getByRole("button", { name: "Change the list" }))
    const rows = await screen.findByLabelText("Or type or paste the rows")
    expect(rows).toHaveValue("x,1,")
    await user.click(screen.getByRole("button", { name: "Look at the list" }))
    expect(await screen.findByText("All 2 lines are right.")).toBeVisible()
    await user.type(screen.getByLabelText(/What is it for/), "Salaries")
    await user.click(screen.getByRole("button", { name: "Send ₹100 in 2 payments" }))
    const sheet = await screen.findByRole("dialog", { name: "Your PIN" })
    await user.type(within(sheet).getByLabelText("Type your 6-digit PIN"), "112358")

    expect(await screen.findByText("All 2 payments sent")).toBeVisible()
    expect(await screen.findAllByText("Ravi Kumar")).toHaveLength(2)
    expect(heard.orders).toHaveLength(1)
    const item = { payee: RAVI.id, amount: inr(10_000), note: "May" }
    expect(heard.orders[0]).toMatchObject({
      proof: "proof",
      body: { items: [item, item], mode: "each", name: "Salaries" },
    })
  })

  test("gives the same order with the same key after a lost network", async () => {
    const heard = serve([{ ...preview(good(2)), needs_pin: false }], (n) =>
      n === 1 ? HttpResponse.error() : stream(1, 2),
    )
    const { user } = await look()
    await user.click(screen.getByRole("button", { name: /^Send ₹100/ }))
    // The place for what went wrong stands there before there is anything to say.
    await waitFor(() => expect(screen.getByRole("alert")).not.toBeEmptyDOMElement())
    await user.click(screen.getByRole("button", { name: /^Send ₹100/ }))
    expect(await screen.findByText("All 2 payments sent")).toBeVisible()
    expect(heard.orders[0]?.key).toBeTruthy()
    expect(heard.orders[1]?.key).toBe(heard.orders[0]?.key)
  })

  test("asks for the rest by itself when the answer breaks off", async () => {
    let asked = 0
    serve([{ ...preview(good(2), good(3)), needs_pin: false }], () => stream(1))
    answer("post", `/payments/batches/${ID}/continue`, () => {
      asked += 1
      return stream(1, 2)
    })
    const { user } = await look()
    await user.click(screen.getByRole("button", { name: /^Send ₹100/ }))
    expect(await screen.findByRole("progressbar")).toBeVisible()
    await waitFor(() => expect(asked).toBe(1), { timeout: 20_000 })
    expect(await screen.findByText("All 2 payments sent", {}, { timeout: 20_000 })).toBeVisible()
  }, 60_000)

  test("says what is wrong with the file", async () => {
    serve([])
    answer("post", "/payments/batch/preview", () =>
      refuse("payments.columns_missing", 400, { facts: { missing: ["amount"] } }),
    )
    const { user } = open("/pay-many")
    await user.upload(await screen.findByTestId("table"), new File(["a;b"], "x.csv", { type: "text/csv" }))
    expect(await screen.findByText("The first row does not name the columns")).toBeVisible()
  })
})

describe("a batch that stopped", () => {
  test("says so, goes on, and is found in the list", async () => {
    serve([])
    const stopped = { ...BATCH, status: "stopped", sent: 1, finished_at: null }
    let isDone = false
    const now = () => (isDone ? BATCH : stopped)
    answer("get", "/payments/batches", () => HttpResponse.json({ items: [now()], next: null }))
    answer("get", `/payments/batches/${ID}`, () => HttpResponse.json(now()))
    answer("post", `/payments/batches/${ID}/continue`, () => {
      isDone = true
      return stream(1, 2)
    })
    const { user } = open("/pay-many")
    await user.click(await screen.findByRole("link", { name: /Salaries/ }))
    expect(await screen.findByText(/This stopped half-way/)).toBeVisible()
    expect(screen.getByRole("progressbar")).toHaveAttribute("value", "1")
    await user.click(screen.getByRole("button", { name: "Go on" }))
    expect(await screen.findByText("All 2 payments sent")).toBeVisible()
    expect(screen.queryByRole("button", { name: "Go on" })).toBeNull()
  })
})

test("rows without the names of the columns get them", async () => {
  expect(await asTable("asha@batua\t5").text()).toBe("recipient\tamount\tnote\nasha@batua\t5")
  expect(await asTable("Phone;Amount\n98;5").text()).toBe("Phone;Amount\n98;5")
})
