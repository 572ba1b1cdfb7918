/** Whether the network is there, as far as the browser can tell. */
import { useSyncExternalStore } from "react"

function subscribe(tell: () => void): () => void {
  addEventListener("online", tell)
  addEventListener("offline", tell)
  return () => {
    removeEventListener("online", tell)
    removeEventListener("offline", tell)
  }
}

export function useOnline(): boolean {
  // Asked each time: an app that is opened without a network hears no event about it.
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}
