/** A form of several screens: the step stands in the address, the data in memory. */
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import type { Challenge } from "@/api/types"
import { remembered } from "@/lib/remembered"

export function useSteps<Step extends string>(steps: readonly [Step, ...Step[]]) {
  const navigate = useNavigate()
  const { step } = useSearch({ from: "/outside" })
  const known = steps.find((name) => name === step) ?? steps[0]
  const go = (next: Step, options: { replace?: boolean } = {}) =>
    navigate({ to: ".", search: (old) => ({ ...old, step: next }), ...options })
  return { step: known, go }
}

type Purpose = "register" | "sign_in" | "recover"
interface Kept {
  purpose: Purpose
  challenge: Challenge
}

function read(purpose: Purpose): Challenge | null {
  try {
    const kept = JSON.parse(remembered.challenge.get() ?? "null") as Kept | null
    const isAlive = kept && Date.parse(kept.challenge.expires_at) > Date.now()
    return isAlive && kept.purpose === purpose ? kept.challenge : null
  } catch {
    return null
  }
}

/** The code that is waited for, also after the phone has ended the tab in between. */
export function useChallenge(purpose: Purpose) {
  const [challenge, setChallenge] = useState(() => read(purpose))
  const keep = (next: Challenge | null) => {
    if (next) remembered.challenge.set(JSON.stringify({ purpose, challenge: next }))
    else remembered.challenge.forget()
    setChallenge(next)
  }
  return [challenge, keep] as const
}
