import { HttpResponse } from "msw"
import { beforeEach, describe, expect, test } from "vitest"
import { answer, refuse, session } from "@/testing/server"
import { api, ask } from "./client"
import { isProblem } from "./problem"
import { queries } from "./queries"
import { accessToken, enter, sessionState } from "./session"

beforeEach(() => {
  enter(session("first"))
})

const me = () => ask(api.GET("/me"))
const bearer = (request: Request) => request.headers.get("Authorization")

describe("the token", () => {
  test("goes with each request, and says that this is the web", async () => {
    let seen: (string | null)[] = []
    answer("get", "/me", (request) => {
      seen = [bearer(request), request.headers.get("Batua-Client")]
      return HttpResponse.json(session().person)
    })
    await me()
    expect(seen).toEqual(["Bearer first", "web"])
  })

  test("is renewed once for many requests when it is about to end", async () => {
    enter(session("old", 5))
    let count = 0
    answer("post", "/auth/refresh", (request) => {
      count += 1
      expect(request.headers.get("Batua-Client")).toBe("web")
      return HttpResponse.json(session("new"))
    })
    const tokens = await Promise.all([accessToken(), accessToken(), accessToken()])
    expect(tokens).toEqual(["new", "new", "new"])
    expect(count).toBe(1)
  })

  test("is renewed after a 401, and the same order is given once more with its key", async () => {
    const seen: unknown[] = []
    answer("post", "/requests", async (request) => {
      seen.push([bearer(request), request.headers.get("Idempotency-Key"), await request.json()])
      const isOld = bearer(request) === "Bearer first"
      return isOld ? refuse("identity.access_expired", 401) : HttpResponse.json({}, { status: 201 })
    })
    answer("post", "/auth/refresh", session("second"))
    const body = { payer: "p", amount: { minor: 1, currency: "INR" }, note: "" }
    const params = { header: { "Idempotency-Key": "k" } }
    await ask(api.POST("/requests", { body, params }))
    expect(seen).toEqual([
      ["Bearer first", "k", body],
      ["Bearer second", "k", body],
    ])
  })

  test("a second 401 is not tried a third time", async () => {
    let count = 0
    answer("get", "/me", () => {
      count += 1
      return refuse("identity.access_expired", 401)
    })
    answer("post", "/auth/refresh", session("second"))
    await expect(me()).rejects.toMatchObject({ code: "identity.access_expired", status: 401 })
    expect(count).toBe(2)
  })
})

describe("the end of a session", () => {
  test("that the server has ended wipes everything here", async () => {
    queries.setQueryData(["wallets"], [{ balance: 1 }])
    sessionStorage.setItem("batua.keys", '{"order":"key"}')
    enter(session("old", 5))
    answer("post", "/auth/refresh", () => refuse("identity.session_ended", 401))
    await expect(me()).rejects.toMatchObject({ code: "identity.session_ended" })
    expect(sessionState()).toEqual({ is: "out" })
    expect(queries.getQueryData(["wallets"])).toBeUndefined()
    expect(localStorage.getItem("batua.person")).toBeNull()
    expect(sessionStorage.getItem("batua.keys")).toBeNull()
  })

  test("does not come from a lost network", async () => {
    enter(session("old", 5))
    answer("post", "/auth/refresh", () => HttpResponse.error())
    await expect(me()).rejects.toSatisfy((error) => isProblem(error, "web.unreachable"))
    expect(sessionState().is).toBe("in")
    expect(localStorage.getItem("batua.person")).not.toBeNull()
  })
})

describe("a refusal", () => {
  test("keeps the server's code, facts and words", async () => {
    const facts = { left: { minor: 500, currency: "INR" } } as unknown as Record<string, never>
    answer("get", "/me", () => refuse("payments.day_limit_reached", 429, { facts, todo: "Wait." }))
    await expect(me()).rejects.toMatchObject({ facts, todo: "Wait.", isRefusal: true, isLost: false })
  })

  test("of a door before the server is told apart", async () => {
    answer("get", "/me", () => new Response("<html>Bad gateway</html>", { status: 502 }))
    await expect(me()).rejects.toMatchObject({ code: "web.server", retry: true, isRefusal: false })
  })

  test("that asks to come back later is not the last word on an order", async () => {
    answer("get", "/me", () => refuse("kit.too_many_requests", 429, { retry: true }))
    await expect(me()).rejects.toMatchObject({ isRefusal: false })
  })
})
