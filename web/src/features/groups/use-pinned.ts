/** An order of a group: given once, with the PIN when the server asks for it. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { wantsPin } from "@/api/use-order"

export function usePinned<In, Out>(give: (order: In, proof?: string) => Promise<Out>, onDone: (made: Out) => unknown) {
  const cache = useQueryClient()
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
  return {
    give: (what: In) => order.mutate({ what }),
    isBusy: order.isPending,
    problem: isAsking ? null : order.error,
    pin: {
      open: isAsking || (order.isPending && order.variables.proof !== undefined),
      busy: order.isPending,
      onProved: (proof: string) => {
        if (order.variables) order.mutate({ what: order.variables.what, proof })
      },
      onClose: () => order.reset(),
    },
  }
}
