/** On to the provider's page; whoever comes back, also with the browser's arrow, finds the state. */
import { useNavigate } from "@tanstack/react-router"
import type { Movement } from "@/api/groups"

export function useOutside(group: string) {
  const navigate = useNavigate()
  return async (made: Movement) => {
    await navigate({ to: "/groups/$id/statement/$movement", params: { id: group, movement: made.id }, replace: true })
    if (made.checkout?.url) location.assign(made.checkout.url)
  }
}
