import { screen, waitFor, within } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeEach, expect, test } from "vitest"
import { enter } from "@/api/session"
import { open } from "@/testing/open"
import { answer, quiet, refuse, session } from "@/testing/server"

const late = {
  kind: "group_loan_late",
  channel: "sms",
  language: "en",
  subject: "",
  text: "Batua: {amount} of {group}, {day}",
  required: ["amount", "day", "group"],
  optional: ["name"],
  is_changed: false,
  may_change: true,
  dlt_template: "",
}
const device = { ...late, kind: "new_device", text: "Batua: a new device", required: [], optional: [] }
let dlt = { entity: "", header: "", is_required: false }

beforeEach(() => {
  enter(session())
  quiet()
  dlt = { entity: "", header: "", is_required: false }
  answer("get", "/notifications/dlt", () => HttpResponse.json(dlt))
  answer("get", "/notifications/templates", () => HttpResponse.json({ items: [late, device] }))
  answer("get", "/notifications/codes/templates", { items: [] })
  answer("post", "/notifications/templates/preview", async (request) => {
    const { text } = (await request.json()) as { text: string }
    if (text.includes("{iban")) return refuse("notifications.bad_template", 400)
    const segments = { alphabet: "ucs_2", units: 71, count: 2 }
    return HttpResponse.json({ text: text.replace("{amount}", "₹5"), subject: "", html: null, segments })
  })
})

test("templates are searched, tried as they are typed, and kept with their DLT id", async () => {
  let kept: object | null = null
  answer("put", "/notifications/templates/group_loan_late/sms/en", async (request) => {
    kept = (await request.json()) as object
    return HttpResponse.json({ ...late, is_changed: true })
  })
  const { user } = open("/admin/templates")
  await screen.findByText("new device")
  await user.type(screen.getByLabelText("Search kinds, words and ids"), "loan late")
  expect(screen.queryByText("new device")).toBeNull()
  await user.click(screen.getByText("group loan late"))
  const preview = await screen.findByRole("region", { name: "How it looks" })
  expect(await within(preview).findByText(/₹5 of/)).toBeVisible()
  expect(within(preview).getByText("2 text message(s): 71 characters in UCS-2")).toBeVisible()
  await user.type(screen.getByLabelText("Words"), " {{iban}")
  expect(await within(preview).findByText("These words do not fit the message")).toBeVisible()
  await user.clear(screen.getByLabelText("Words"))
  await user.type(screen.getByLabelText("Words"), "{{amount} now")
  await user.type(screen.getByLabelText("DLT template id"), "1007")
  const sheet = within(screen.getByRole("dialog"))
  await user.click(sheet.getByRole("button", { name: "Keep" }))
  await waitFor(() => expect(kept).toEqual({ text: "{amount} now", subject: "", dlt_template: "1007" }))
})

test("who we are to India's operators is kept, and a refusal is said", async () => {
  answer("put", "/notifications/dlt", async (request) => {
    dlt = (await request.json()) as typeof dlt
    return dlt.header ? HttpResponse.json(dlt) : refuse("notifications.bad_dlt", 400)
  })
  const { user } = open("/admin/templates")
  await user.type(await screen.findByLabelText("Principal entity id"), "1001")
  await user.click(screen.getByRole("button", { name: "Hold back what is not registered" }))
  await user.click(screen.getByRole("button", { name: "Keep" }))
  expect(await screen.findByText("These ids cannot be a DLT registration")).toBeVisible()
  await user.type(screen.getByLabelText("Header (sender)"), "BATUAA")
  await user.click(screen.getByRole("button", { name: "Keep" }))
  await screen.findByRole("button", { name: "Kept" })
  expect(dlt).toEqual({ entity: "1001", header: "BATUAA", is_required: true })
})

test("templates that cannot be read offer to try again", async () => {
  answer("get", "/notifications/templates", () => refuse("kit.unavailable", 503))
  open("/admin/templates")
  expect(await screen.findByRole("button", { name: /again/i })).toBeVisible()
})
