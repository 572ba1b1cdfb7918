import { screen, waitFor } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { formatMicro } from "@/lib/money"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"
import { readPrice } from "./price"

const sum = { day: "2026-11-21", channel: "sms", currency: "USD", micro: 15000, estimated_micro: 7500, count: 2 }
let tariffs: object[] = []

beforeEach(() => {
  enter(session())
  quiet()
  tariffs = []
  answer("get", "/deliveries/tariffs", () => HttpResponse.json({ items: tariffs }))
})

test("sums are shown by day and channel, with what is an estimate and what nobody knows", async () => {
  const unknown = { ...sum, channel: "email", currency: null, micro: 0, estimated_micro: 0, count: 3 }
  answer("get", "/deliveries/costs", () => HttpResponse.json({ items: [sum, unknown] }))
  open("/admin/costs")
  expect(await screen.findByText("$0.015 for 2 handed over · of it $0.0075 by estimate")).toBeVisible()
  expect(screen.getByText("Nobody knows the price of 3 handed over")).toBeVisible()
})

test("a tariff is set and taken away again", async () => {
  const asked: object[] = []
  answer("get", "/deliveries/costs", { items: [] })
  answer("put", "/deliveries/tariffs/sms", async (request) => {
    const wanted = (await request.json()) as { micro: number | null }
    asked.push(wanted)
    tariffs = wanted.micro === null ? [] : [{ channel: "sms", ...wanted }]
    return HttpResponse.json({ items: tariffs })
  })
  const { user } = open("/admin/costs")
  expect(await screen.findByText("Nothing was handed over in these days.")).toBeVisible()
  expect(await screen.findByText("No tariff is set yet.")).toBeVisible()
  await user.type(screen.getByLabelText("Numbers that begin with"), "+91")
  await user.type(screen.getByLabelText("Price of one part"), "0.125")
  await user.click(screen.getByRole("button", { name: "Keep" }))
  expect(await screen.findByText("Text message · +91")).toBeVisible()
  await user.click(screen.getByRole("button", { name: "Remove" }))
  await waitFor(() => expect(screen.queryByText("Text message · +91")).toBeNull())
  expect(asked).toMatchObject([
    { prefix: "+91", currency: "INR", micro: 125000 },
    { prefix: "+91", currency: "INR", micro: null },
  ])
})

test("days that cannot be summed are said to be so", async () => {
  answer("get", "/deliveries/costs", () => refuse("notifications.bad_span", 400))
  open("/admin/costs")
  expect(await screen.findByText("These days cannot be summed")).toBeVisible()
})

test("prices are read and written exactly", () => {
  expect(readPrice("0.0075")).toBe(7500)
  expect(readPrice("12")).toBe(12_000_000)
  for (const wrong of ["", "1.", "1e3", "-1", "0.0000001"]) expect(readPrice(wrong)).toBeNull()
  expect(formatMicro({ currency: "USD", micro: -7500 }, "en")).toBe("-$0.0075")
})
