/** How many notifications wait to be read; the bell shows it on every screen. */
import { useQuery } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import { usePersonId } from "@/api/session"

export function useUnread(): number {
  const isIn = usePersonId() !== null
  const { data } = useQuery({
    queryKey: ["notifications", "unread"],
    queryFn: async () => {
      const query = { unread: true, limit: 1 }
      return (await ask(api.GET("/notifications", { params: { query } }))).unread
    },
    enabled: isIn,
    meta: { offline: true },
  })
  return data ?? 0
}
