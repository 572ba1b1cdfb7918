import { screen } from "@testing-library/react"
import { HttpResponse } from "msw"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { speak } from "@/lib/i18n"
import { open } from "@/testing/open"
import { answer, refuse } from "@/testing/server"

const ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e71"
const SECRET = "q3Zk0cV1u7mXo9b2s5dTfA"
const AT = "2030-01-02T10:00:00Z"
const inr = (minor: number) => ({ minor, currency: "INR" })
const link = (more = {}) => ({
  name: "Asha D•••",
  status: "open",
  amount: inr(50_000),
  least: inr(50_000),
  most: inr(50_000),
  note: "Two saris",
  is_once: true,
  expires_at: AT,
  ...more,
})
const checkout = (more = {}) => ({
  id: ID,
  name: "Asha D•••",
  amount: inr(50_000),
  note: "Two saris",
  status: "pending",
  failure: null,
  reference: "7K2M9QXW4TBA",
  checkout_url: null,
  expires_at: AT,
  settled_at: null,
  ...more,
})

/** The screens are chunks of their own, which a machine with much to do takes a while to read. */
const PATIENT = { timeout: 20_000 }
beforeAll(() => Promise.all([import("./PayLinkScreen"), import("./PaidScreen")]), 60_000)

// Nobody is signed in here.
describe("a payment link", () => {
  test("says who asks and what for, and leads on with the secret in the body", async () => {
    const bodies: unknown[] = []
    answer("post", "/payment-links/look", link())
    answer("post", "/payment-links/pay", async (request) => {
      bodies.push(await request.json())
      expect(request.headers.get("Idempotency-Key")).toBeTruthy()
      return HttpResponse.json(checkout(), { status: 201 })
    })
    answer("get", `/payment-links/checkouts/${ID}`, checkout())
    const { user, router } = open(`/pay-link#${SECRET}`)
    expect(await screen.findByText("Asha D••• asks for", {}, PATIENT)).toBeVisible()
    expect(screen.getByText("For: Two saris")).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Pay ₹500" }))
    expect(await screen.findByText("Not paid yet", {}, PATIENT)).toBeVisible()
    expect(bodies).toEqual([{ secret: SECRET, amount_minor: null }])
    expect(router.state.location.href).toBe(`/pay-link/${ID}`)
  })

  test("of an open amount keeps to its bounds", async () => {
    const bodies: unknown[] = []
    answer("post", "/payment-links/look", link({ amount: null, least: inr(1_000) }))
    answer("post", "/payment-links/pay", async (request) => {
      bodies.push(await request.json())
      return refuse("payments.link_busy", 409)
    })
    const { user } = open(`/pay-link#${SECRET}`)
    const box = await screen.findByLabelText("How much do you pay?", {}, PATIENT)
    await user.type(box, "501")
    expect(screen.getByRole("button", { name: "Pay ₹501" })).toBeDisabled()
    await user.clear(box)
    await user.type(box, "20")
    await user.click(screen.getByRole("button", { name: "Pay ₹20" }))
    expect(await screen.findByText("Somebody is paying by this link just now", {}, PATIENT)).toBeVisible()
    expect(bodies).toEqual([{ secret: SECRET, amount_minor: 2_000 }])
  })

  test("speaks as the device of whoever has chosen no language", async () => {
    localStorage.removeItem("batua.language")
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["fr-FR", "hi-IN", "en"])
    answer("post", "/payment-links/look", link())
    open(`/pay-link#${SECRET}`)
    expect(await screen.findByText("Asha D••• माँग रहे हैं", {}, PATIENT)).toBeVisible()
    expect(localStorage.getItem("batua.language")).toBeNull()
    vi.restoreAllMocks()
    await speak("en")
  })

  test("that is over says so", async () => {
    answer("post", "/payment-links/look", link({ status: "cancelled" }))
    open(`/pay-link#${SECRET}`)
    expect(await screen.findByText("This link was cancelled", {}, PATIENT)).toBeVisible()
    expect(screen.queryByRole("button", { name: /Pay/ })).toBeNull()
  })
})

describe("where the provider leads back to", () => {
  test.each([
    [{ status: "succeeded", settled_at: AT }, "Asha D••• has the money."],
    [{ status: "failed", failure: "declined", settled_at: AT }, /did not work/],
    [{ status: "failed", failure: "amount_mismatch", settled_at: AT }, /Another amount came/],
    [{ status: "expired", settled_at: AT }, /Nothing was paid/],
    [{ status: "unknown" }, /Do not pay again/],
  ])("tells %o as it is", async (state, words) => {
    answer("get", `/payment-links/checkouts/${ID}`, checkout(state))
    open(`/pay-link/${ID}`)
    expect(await screen.findByText(words, {}, PATIENT)).toBeVisible()
    expect(screen.getByText("7K2M9QXW4TBA")).toBeVisible()
  })

  test("has the provider asked anew", async () => {
    answer("get", `/payment-links/checkouts/${ID}`, checkout())
    answer("post", `/payment-links/checkouts/${ID}/ask`, checkout({ status: "succeeded", settled_at: AT }))
    const { user } = open(`/pay-link/${ID}`)
    await user.click(await screen.findByRole("button", { name: "I have paid" }, PATIENT))
    expect(await screen.findByText("Asha D••• has the money.", {}, PATIENT)).toBeVisible()
  })
})
