/** What happened, day by day; the new ones stand out. */
import { Button } from "@/ui/layout/Button"
import { useRouter } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { Notification } from "@/api/types"
import { formatDayName, groupByDay } from "@/lib/time"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { NotificationRow } from "./NotificationRow"
import { placeOf } from "./signs"
import { useMarkRead, useNotifications } from "./queries"

export default function NotificationsScreen() {
  const { t } = useTranslation("notifications")
  const list = useNotifications()
  const mark = useMarkRead()
  const pages = list.data?.pages ?? []
  const items = pages.flatMap((page) => page.items)
  const hasNew = items.some((item) => !item.read_at)
  return (
    <Screen
      title={t("title")}
      back="/"
      width="middle"
      actions={
        hasNew && (
          <Button
            variant="outlined"
            loading={mark.isPending}
            onClick={() => mark.mutate("all")}
          >
            {t("mark_all")}
          </Button>
        )
      }
    >
      <AgeMark at={list.dataUpdatedAt} stale={list.isError} />
      {list.isPending && <RowsSkeleton />}
      {list.isError && !list.data && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && items.length === 0 && (
        <EmptyState picture="bell" title={t("empty.title")} body={t("empty.body")} />
      )}
      <Days items={items} onOpen={(item) => !item.read_at && mark.mutate({ ids: [item.id] })} />
      {list.hasNextPage && (
        <Button
          variant="outlined"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </Screen>
  )
}

interface DaysProps {
  items: Notification[]
  onOpen: (item: Notification) => void
}

function Days({ items, onOpen }: DaysProps) {
  const { i18n } = useTranslation("notifications")
  const router = useRouter()
  const days = groupByDay(items, (item) => item.created_at)
  const open = (item: Notification) => {
    onOpen(item)
    const place = placeOf(item)
    if (place) router.history.push(place)
  }
  return days.map(([day, told]) => (
    <Stack key={day} gap={2} as="section">
      <Text as="h2" bold tone="quiet">
        {told[0] && formatDayName(told[0].created_at, i18n.language)}
      </Text>
      <ListCard>
        {told.map((item) => (
          <li key={item.id}>
            <NotificationRow item={item} onOpen={() => open(item)} />
          </li>
        ))}
      </ListCard>
    </Stack>
  ))
}
