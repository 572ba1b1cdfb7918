/** Day or night: what was chosen on this device, else what the system says. */
import { useSyncExternalStore } from "react"
import { useMedia } from "@/lib/media"
import { remembered } from "@/lib/remembered"

export type Scheme = "light" | "dark"
export type Mode = Scheme | "system"

const SYSTEM_DARK = "(prefers-color-scheme: dark)"
const watchers = new Set<() => void>()

function chosen(): Mode {
  const mode = remembered.theme.get()
  return mode === "light" || mode === "dark" ? mode : "system"
}

let mode = chosen()

function shown(): Scheme {
  if (mode !== "system") return mode
  return matchMedia(SYSTEM_DARK).matches ? "dark" : "light"
}

function apply(): void {
  document.documentElement.dataset["theme"] = shown()
}

function become(next: Mode): void {
  mode = next
  apply()
  watchers.forEach((tell) => tell())
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** Draw by day or by night from now on, as this or another tab chooses and the system changes. */
export function followScheme(): void {
  apply()
  matchMedia(SYSTEM_DARK).addEventListener("change", apply)
  addEventListener("storage", (event) => {
    if (event.key === "batua.theme" || event.key === null) become(chosen())
  })
}

export function useScheme() {
  const now = useSyncExternalStore(watch, () => mode)
  const isDark = useMedia(SYSTEM_DARK)
  const system: Scheme = isDark ? "dark" : "light"
  return {
    mode: now,
    shown: now === "system" ? system : now,
    setMode: (next: Mode) => {
      remembered.theme.set(next)
      become(next)
    },
  }
}
