/** What was asked for: bones while it comes, what went wrong, then itself, marked when it is old. */
import type { UseInfiniteQueryResult, UseQueryResult, InfiniteData } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { More } from "@/ui/layout/More"

interface Props<T> {
  query: UseQueryResult<T>
  rows?: number
  children: (data: T) => ReactNode
}

export function Loaded<T>({ query, rows = 4, children }: Props<T>) {
  const { data } = query
  if (data === undefined)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <RowsSkeleton rows={rows} />
    )
  return (
    <>
      <AgeMark at={query.dataUpdatedAt} stale={query.isError} />
      {children(data)}
    </>
  )
}

interface Page<T> {
  items: T[]
}
interface ListProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>
  empty: ReactNode
  children: (items: T[]) => ReactNode
}

/** A list that goes on page by page. */
export function LoadedList<T>({ query, empty, children }: ListProps<T>) {
  const items = query.data?.pages.flatMap((page) => page.items)
  if (!items)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <RowsSkeleton />
    )
  return (
    <>
      {items.length === 0 ? empty : children(items)}
      <More
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  )
}
