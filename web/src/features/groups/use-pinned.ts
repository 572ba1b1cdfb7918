/** An order of a group: given once, with the PIN when the server asks for it. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { wantsPin } from "@/api/use-order"

export function usePinned<In, Out>(give: (order: In, proof?: string) => Promise<Out>, onDone: (made: Out) => unknown) {
  const cache = useQueryClient()
  /** Known beforehand to need the PIN: held back until it is given. */
  const [held, setHeld] = useState<In | null>(null)
  const order = useMutation({
    mutationFn: ({ what, proof }: { what: In; proof?: string }) => give(what, proof),
    onSuccess: onDone,
    // Also after a refusal: somebody may have been quicker.
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ["groups"] })
      void cache.invalidateQueries({ queryKey: ["wallets"] })
    },
  })
  const isAsking = wantsPin(order.error)
  const proved = (proof: string) => {
    const what = held ?? order.variables?.what
    if (what !== undefined) order.mutate({ what, proof })
    setHeld(null)
  }
  return {
    give: (what: In, needsPin = false) => {
      if (needsPin) setHeld(what)
      else order.mutate({ what })
    },
    isBusy: order.isPending,
    problem: isAsking ? null : order.error,
    pin: {
      open: held !== null || isAsking || (order.isPending && order.variables.proof !== undefined),
      busy: order.isPending,
      onProved: proved,
      onClose: () => {
        setHeld(null)
        order.reset()
      },
    },
  }
}
