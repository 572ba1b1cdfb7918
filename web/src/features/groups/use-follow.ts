/** Ask for a list again when the number changes that it explains. */
import { useEffect, useRef } from "react"

export function useFollow(value: string | number, refetch: () => unknown): void {
  const known = useRef(value)
  useEffect(() => {
    if (known.current === value) return
    known.current = value
    void refetch()
  }, [value, refetch])
}
