/** Who asks the person for money, and whom she has asked. */
import { Button } from "@/ui/layout/Button"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { requestsQuery, type Side } from "@/api/requests"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { ListCard } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Segments } from "@/ui/layout/Segments"
import { RequestRow } from "./RequestRow"

export default function RequestsScreen() {
  const { t } = useTranslation("requests")
  const { side = "in" as Side, all = false } = useSearch({ from: "/inside/requests" })
  const navigate = useNavigate()
  const show = (next: { side: Side; all: boolean }) => {
    const search = {
      ...(next.side === "out" && { side: next.side }),
      ...(next.all && { all: true as const }),
    }
    void navigate({ to: "/requests", search, replace: true })
  }
  const ask = (
    <Pills>
      <Button variant="outlined" onClick={() => void navigate({ to: "/payment-links" })}>
        {t("list.links")}
      </Button>
      <Button onClick={() => void navigate({ to: "/request" })}>{t("list.ask")}</Button>
    </Pills>
  )
  return (
    <Screen title={t("list.title")} width="middle" actions={ask}>
      <Segments
        label={t("list.sides")}
        value={side}
        options={[
          { value: "in", label: t("list.in") },
          { value: "out", label: t("list.out") },
        ]}
        onChange={(next) => show({ side: next, all })}
      />
      <Pills>
        {[false, true].map((everything) => (
          <Pill
            key={String(everything)}
            type="button"
            aria-pressed={all === everything}
            onClick={() => show({ side, all: everything })}
          >
            {t(everything ? "list.all" : "list.open")}
          </Pill>
        ))}
      </Pills>
      <Requests key={`${side}${String(all)}`} side={side} isOpen={!all} />
    </Screen>
  )
}

function Requests({ side, isOpen }: { side: Side; isOpen: boolean }) {
  const { t } = useTranslation("requests")
  const list = useInfiniteQuery(requestsQuery(side, isOpen))
  const requests = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <RowsSkeleton />
  if (list.isError && requests.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (requests.length === 0)
    return (
      <EmptyState
        picture="letter"
        title={t(isOpen ? `list.none_${side}` : "list.none_ever")}
        body={t(`list.none_body_${side}`)}
      />
    )
  return (
    <>
      <AgeMark at={list.dataUpdatedAt} stale={list.isError} />
      <ListCard>
        {requests.map((request) => (
          <li key={request.id}>
            <RequestRow request={request} />
          </li>
        ))}
      </ListCard>
      <More
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
