/** What the person was told, page by page. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"

const PAGE = 30

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: ["notifications", "list"],
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return ask(api.GET("/notifications", { params: { query } }))
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    meta: { offline: true },
  })
}

export function useMarkRead() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (which: { ids: string[] } | "all") => {
      const body = which === "all" ? { all: true } : { ...which, all: false }
      return ask(api.POST("/notifications/read", { body }))
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ["notifications"] }),
  })
}
