/** An amount and a note on their way from screen to screen: in the history, never in an address. */
import { useRouterState } from "@tanstack/react-router"
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

export function useDraft(): MoneyDraft | undefined {
  return useRouterState({ select: (state) => state.location.state.draft })
}
