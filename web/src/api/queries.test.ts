import { persistQueryClientRestore, persistQueryClientSave } from "@tanstack/react-query-persist-client"
import { expect, test, vi } from "vitest"
import { session } from "@/testing/server"
import { persistence, queries } from "./queries"
import { enter, leave } from "./session"

const ASHA = session().person.id

async function ask(key: string, offline: boolean) {
  await queries.query({
    queryKey: [key],
    queryFn: () => Promise.resolve(`${key} of Asha`),
    meta: { offline },
  })
}

async function keep() {
  await persistQueryClientSave({ queryClient: queries, ...persistence(ASHA) })
  // Writing is throttled.
  await vi.waitFor(async () => {
    const { get, createStore } = await import("idb-keyval")
    if (!(await get("queries", createStore("batua", "answers")))) throw new Error("not yet")
  })
}

test("only what is meant for reading offline is kept, and comes back", async () => {
  enter(session())
  await ask("wallets", true)
  await ask("payees", false)
  await keep()
  queries.clear()
  await persistQueryClientRestore({ queryClient: queries, ...persistence(ASHA) })
  expect(queries.getQueryData(["wallets"])).toBe("wallets of Asha")
  expect(queries.getQueryData(["payees"])).toBeUndefined()
})

test("nothing of it is left for the next person, nor after a sign-out", async () => {
  enter(session())
  await ask("wallets", true)
  await keep()
  queries.clear()
  await persistQueryClientRestore({ queryClient: queries, ...persistence("somebody else") })
  expect(queries.getQueryData(["wallets"])).toBeUndefined()

  await ask("wallets", true)
  await keep()
  await leave()
  await persistQueryClientRestore({ queryClient: queries, ...persistence(ASHA) })
  expect(queries.getQueryData(["wallets"])).toBeUndefined()
})
