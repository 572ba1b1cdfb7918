/** Everything that came and went, newest first, sifted by whatever is in the address. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { styled } from "@/ui/theme/styled"
import { historyQuery } from "@/api/history"
import { useMedia } from "@/lib/media"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { AsOf } from "@/ui/feedback/AsOf"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Card } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { ActivityList } from "./ActivityList"
import { ActivityTable } from "./ActivityTable"
import { ExportButton } from "./ExportButton"
import { FilterBar } from "./FilterBar"
import { FilterFields } from "./FilterFields"
import { countOf, toQuery, type Filters } from "./filters"
import { NothingFound } from "./NothingFound"

const Desk = styled("div")({
  "@media (min-width: 900px)": {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 300px",
    alignItems: "start",
    gap: 28,
    "& > aside": { position: "sticky", top: 76, maxHeight: "calc(100dvh - 100px)", overflowY: "auto" },
  },
})

export default function ActivityScreen() {
  const { t } = useTranslation("payments")
  const isDesk = useMedia("(min-width: 900px)")
  const filters = useSearch({ from: "/inside/activity" })
  const navigate = useNavigate()
  const change = (next: Filters) => void navigate({ to: "/activity", search: next, replace: true })
  return (
    <Screen
      title={t("activity.title")}
      width={isDesk ? "wide" : "middle"}
      actions={isDesk && <ExportButton filters={filters} />}
    >
      <Desk>
        <Stack gap={5}>
          <FilterBar filters={filters} onChange={change} withSheet={!isDesk} />
          <History filters={filters} onChange={change} isDesk={isDesk} />
        </Stack>
        {isDesk && (
          <Card as="aside" aria-label={t("filter.title")}>
            <FilterFields filters={filters} onChange={change} />
          </Card>
        )}
      </Desk>
    </Screen>
  )
}

interface HistoryProps {
  filters: Filters
  onChange: (filters: Filters) => void
  isDesk: boolean
}

function History({ filters, onChange, isDesk }: HistoryProps) {
  // The end of "today" moves, yet a question must stay the same while its pages are turned.
  const [asked, setAsked] = useState({ filters, query: toQuery(filters) })
  if (asked.filters !== filters) setAsked({ filters, query: toQuery(filters) })
  const history = useInfiniteQuery(historyQuery(asked.query))
  const asOf = history.data?.pages[0]?.asOf
  const payments = history.data?.pages.flatMap((page) => page.items) ?? []
  if (history.isPending) return <RowsSkeleton rows={6} />
  if (history.isError && payments.length === 0)
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />
  if (payments.length === 0)
    return <NothingFound isFiltered={countOf(filters) > 0 || Boolean(filters.text)} onClear={() => onChange({})} />
  return (
    <>
      <AgeMark at={history.dataUpdatedAt} stale={history.isError} />
      {asOf && !history.isError && <AsOf at={asOf} />}
      {isDesk ? <ActivityTable payments={payments} /> : <ActivityList payments={payments} />}
      <More
        hasMore={history.hasNextPage}
        isLoading={history.isFetchingNextPage}
        onMore={() => void history.fetchNextPage()}
      />
    </>
  )
}
