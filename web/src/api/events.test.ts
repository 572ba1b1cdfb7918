import { expect, test } from "vitest"
import { hear, readEvents, waitBefore } from "./events"
import { queries } from "./queries"

test("events are read whole, and the rest waits for more", () => {
  const stream =
    'retry: 1000\n: listening\n\nid: 5-1\n\nevent: change\nid: 5-2\ndata: {"kind":"payments.sent"}\n\nevent: cha'
  expect(readEvents(stream)).toEqual({
    events: [
      { id: "5-1", event: "message", data: "" },
      { id: "5-2", event: "change", data: '{"kind":"payments.sent"}' },
    ],
    rest: "event: cha",
  })
})

test("lines may end as they like, and data may have several", () => {
  const { events } = readEvents("event: reset\r\ndata: a\r\ndata: b\r\n\r\n")
  expect(events).toEqual([{ id: "", event: "reset", data: "a\nb" }])
})

test("waits grow, have a limit, and differ by chance", () => {
  expect(waitBefore(0, 1)).toBe(1_000)
  expect(waitBefore(3, 1)).toBe(8_000)
  expect(waitBefore(20, 1)).toBe(30_000)
  expect(waitBefore(3, 0)).toBe(4_000)
})

test("without the stream, what a group looks at together is asked for again", () => {
  queries.setQueryData(["groups", "one", "x"], {})
  queries.setQueryData(["payees"], {})
  hear({ id: "", event: "lost", data: "" })
  expect(queries.getQueryState(["groups", "one", "x"])?.isInvalidated).toBe(true)
  expect(queries.getQueryState(["payees"])?.isInvalidated).toBe(false)
  queries.clear()
})
