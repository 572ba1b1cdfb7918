/** What left the house, searched and taken away; what failed can be tried again. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { DownloadButton } from "@/ui/layout/DownloadButton"
import { More } from "@/ui/layout/More"
import { Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { DeliveryRow } from "./DeliveryRow"
import { Filters } from "./Filters"
import { ALL, deliveriesFile, deliveriesQuery, useRetry, type Wanted } from "./queries"

const FILE = "batua-deliveries.csv"

export function DeliveriesScreen() {
  const { t } = useTranslation("deliveries")
  const navigate = useNavigate()
  const [wanted, setWanted] = useState(ALL)
  const log = useInfiniteQuery(deliveriesQuery(wanted))
  const retry = useRetry()
  const look = (next: Wanted) => {
    setWanted(next)
    // The same as before is not asked again by itself.
    if (JSON.stringify(next) === JSON.stringify(wanted)) void log.refetch()
  }
  const items = log.data?.pages.flatMap((page) => page.items)
  return (
    <Screen title={t("title")} intro={t("intro")} back="/you" width="middle">
      <Pills>
        <Button variant="outlined" onClick={() => void navigate({ to: "/admin/templates" })}>
          {t("templates.title")}
        </Button>
        <Button variant="outlined" onClick={() => void navigate({ to: "/admin/costs" })}>
          {t("costs.title")}
        </Button>
        <Button variant="outlined" onClick={() => void navigate({ to: "/admin/orders" })}>
          {t("to_orders")}
        </Button>
        <DownloadButton
          fetch={() => deliveriesFile(wanted)}
          name={FILE}
          label={t("export")}
          failed={t("not_exported")}
        />
      </Pills>
      <Filters wanted={wanted} onWanted={look} />
      {retry.isError && <ErrorState error={retry.error} />}
      {!items && log.isError && <ErrorState error={log.error} onRetry={() => void log.refetch()} />}
      {!items && !log.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{t("none")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={one.id}>
              <DeliveryRow
                delivery={one}
                isTrying={retry.isPending && retry.variables === one.id}
                onRetry={() => retry.mutate(one.id)}
              />
            </li>
          ))}
        </ListCard>
      )}
      <More
        hasMore={log.hasNextPage}
        isLoading={log.isFetchingNextPage}
        onMore={() => void log.fetchNextPage()}
      />
    </Screen>
  )
}
