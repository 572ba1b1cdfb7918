/** A list that comes in parts: while it loads, when it is empty, when it cannot be had. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { ListCard } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Text } from "@/ui/layout/Text"

interface Props<Item> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>
  empty: string
  keyOf: (item: Item) => string
  row: (item: Item) => ReactNode
}

export function Paged<Item>({ list, empty, keyOf, row }: Props<Item>) {
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      {!items && list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{empty}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((item) => (
            <li key={keyOf(item)}>{row(item)}</li>
          ))}
        </ListCard>
      )}
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  )
}
