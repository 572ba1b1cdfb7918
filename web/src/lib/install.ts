/** The browser's offer to install the app, kept until the person asks for it. */
import { useSyncExternalStore } from "react"

interface InstallOffer extends Event {
  prompt: () => Promise<void>
}

let offer: InstallOffer | null = null
const watchers = new Set<() => void>()

function become(next: InstallOffer | null): void {
  offer = next
  watchers.forEach((tell) => tell())
}

/** Called once at the start: the browser makes its offer early and only once. */
export function watchInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault()
    become(event as InstallOffer)
  })
  addEventListener("appinstalled", () => become(null))
}

export function useInstall(): (() => void) | null {
  const current = useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => offer,
  )
  if (!current) return null
  return () => {
    void current.prompt().then(() => become(null))
  }
}
