/** The one query cache: kept in IndexedDB for the next visit, wiped when the person leaves. */
import { QueryClient, type Query } from "@tanstack/react-query"
import type { PersistQueryClientOptions } from "@tanstack/react-query-persist-client"
import { createAsyncStoragePersister } from "@tanstack/query-async-storage-persister"
import { clear, createStore, del, get, set } from "idb-keyval"
import { forgetAllOrders } from "@/lib/pending-send"
import { remembered } from "@/lib/remembered"
import { setZone } from "@/lib/time"
import { isProblem } from "./problem"
import { onLeave, sessionState } from "./session"

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: {
      /** Keep the last answer on this device, to be read without a network. */
      offline?: boolean
    }
  }
}

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const MOST_RETRIES = 2

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Long enough that a kept answer is not thrown away before it is written down.
      gcTime: DAY_MS,
      retry: (failures, error) => {
        const canHelp = isProblem(error) && (error.isLost || error.status >= 500)
        return failures < MOST_RETRIES && canHelp && navigator.onLine
      },
      // Ask even when there seems to be no network: a screen that only waits says nothing.
      networkMode: "always",
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: "always" },
  },
})

const shelf = createStore("batua", "answers")

const persister = createAsyncStoragePersister({
  storage: {
    getItem: (key) => get<string>(key, shelf),
    setItem: (key, value: string) => {
      // A write that was still waiting must not bring back what a sign-out has wiped.
      if (sessionState().is === "out") return
      return set(key, value, shelf)
    },
    removeItem: (key) => del(key, shelf),
  },
  key: "queries",
  throttleTime: 1_000,
})

const isKept = (query: Query) => query.state.status === "success" && query.meta?.offline === true

/** Answers of one person, one version of the app, and not older than a week. */
export function persistence(personId: string): Omit<PersistQueryClientOptions, "queryClient"> {
  return {
    persister,
    maxAge: WEEK_MS,
    buster: `${personId}:${__APP_VERSION__}`,
    dehydrateOptions: { shouldDehydrateQuery: isKept, shouldDehydrateMutation: () => false },
  }
}

/** Forget what was kept for reading without a network. */
export async function forgetAnswers(): Promise<void> {
  try {
    await clear(shelf)
  } catch {
    // Without IndexedDB nothing was kept.
  }
}

onLeave(async () => {
  await queries.cancelQueries()
  queries.clear()
  forgetAllOrders()
  remembered.keys.forget()
  setZone(undefined)
  await forgetAnswers()
})
