/** One order of one screen: given once by the button, shown as busy, taken where it leads. */
import { useNavigate } from "@tanstack/react-router"
import { useRef, useState } from "react"
import { keyOf, place, type Draft } from "./orders"
import { isProblem } from "./problem"

/** The PIN is missing after all: the server has seen something that the check did not. */
export function wantsPin(problem: unknown): boolean {
  return (
    isProblem(problem, "identity.step_up_required") || isProblem(problem, "identity.step_up_expired")
  )
}

/** Give an order and go where it leads; a refusal stays on the screen. */
export function useGive() {
  const navigate = useNavigate()
  const isGiven = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const give = async (draft: Draft, { key = keyOf(draft), proof }: { key?: string; proof?: string } = {}) => {
    // A second tap may come before the button is drawn as busy.
    if (isGiven.current) return
    isGiven.current = true
    setBusy(true)
    setProblem(null)
    const outcome = await place(draft, key, proof)
    if (outcome?.is === "done") await navigate({ to: outcome.to, replace: true })
    else if (outcome?.is === "unknown")
      await navigate({ to: "/sending/$key", params: { key }, replace: true })
    else {
      setProblem(outcome?.problem ?? null)
      setBusy(false)
      isGiven.current = false
    }
  }
  return { give, isBusy, problem, forget: () => setProblem(null) }
}

/** An order that is known when its screen opens: the key is made then, a new one after a refusal. */
export function useOrder(draft: Draft) {
  const { give, problem, ...rest } = useGive()
  const [made, setMade] = useState(() => ({ key: keyOf(draft), problem }))
  // The refused order spent its key: what is ordered next is another order.
  if (problem && made.problem !== problem) setMade({ key: keyOf(draft), problem })
  return { ...rest, problem, key: made.key, give: (proof?: string) => give(draft, { key: made.key, proof }) }
}
