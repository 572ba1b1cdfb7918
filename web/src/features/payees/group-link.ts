/** A code may lead into a group instead of to a person. */
import { useNavigate } from "@tanstack/react-router"
import { useCallback } from "react"

const JOIN = "/groups/join"

/** What stands behind the # of an invitation of this app; null for every other text. */
export function secretOf(text: string, origin: string): string | null {
  const start = `${origin}${JOIN}#`
  const link = text.trim()
  return link.startsWith(start) && link.length > start.length ? link.slice(start.length) : null
}

/** Go where an invitation leads; whether the text was one. */
export function useGroupLink(): (text: string) => boolean {
  const navigate = useNavigate()
  return useCallback(
    (text) => {
      const hash = secretOf(text, location.origin)
      if (hash) void navigate({ to: JOIN, hash })
      return hash !== null
    },
    [navigate],
  )
}
