/** Whether the network is there, as far as the browser can tell. */
import { onlineManager } from "@tanstack/react-query"
import { useSyncExternalStore } from "react"

export function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => onlineManager.subscribe(tell),
    () => onlineManager.isOnline(),
  )
}
