/** Short messages that come and go: `toast({ text })` from anywhere. */
import { useSyncExternalStore } from "react"

export interface Toast {
  id: number
  text: string
  tone: "plain" | "good" | "bad"
  action?: { label: string; act: () => void }
}

const SHOWN_MS = 6_000
const MOST = 3

let toasts: Toast[] = []
let count = 0
const watchers = new Set<() => void>()

function become(next: Toast[]): void {
  toasts = next
  watchers.forEach((tell) => tell())
}

export function dismiss(id: number): void {
  become(toasts.filter((toast) => toast.id !== id))
}

/** One with an action stays until it is answered, so that nobody has to hurry. */
export function toast(message: Omit<Toast, "id" | "tone"> & { tone?: Toast["tone"] }): void {
  const id = ++count
  become([...toasts.slice(1 - MOST), { tone: "plain", ...message, id }])
  if (!message.action) setTimeout(() => dismiss(id), SHOWN_MS)
}

export function useToasts(): Toast[] {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => toasts,
  )
}
