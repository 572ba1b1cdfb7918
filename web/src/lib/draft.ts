/** An amount and a note on their way from screen to screen: in the history, never in an address. */
import { useRouterState } from "@tanstack/react-router"
import { useState } from "react"
import type { Amount } from "./money"

export interface MoneyDraft {
  amount?: Amount
  note?: string
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    draft?: MoneyDraft
  }
}

/** The draft a screen was opened with; on the way to the next screen it stays the same. */
export function useDraft(): MoneyDraft | undefined {
  const draft = useRouterState({ select: (state) => state.location.state.draft })
  const [first] = useState(draft)
  return first
}
