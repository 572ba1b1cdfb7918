/** What is further down a long screen: drawn after the first picture, in slices that let taps through. */
import { startTransition, useEffect, useState, type ReactNode } from "react"

export function Later({ children }: { children: ReactNode }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => startTransition(() => setDue(true)), [])
  return isDue ? children : null
}
