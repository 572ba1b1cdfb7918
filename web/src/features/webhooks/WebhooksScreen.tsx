/** The addresses at which integrators are told of what happens. */
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { hostOf } from "./host"
import { endpointsQuery, type Endpoint } from "./queries"

export function WebhooksScreen() {
  const { t } = useTranslation("webhooks")
  const navigate = useNavigate()
  const list = useQuery(endpointsQuery)
  const items = list.data?.items
  return (
    <Screen title={t("title")} intro={t("intro")} back="/you" width="middle">
      {!items && list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{t("none")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={one.id}>
              <Row endpoint={one} />
            </li>
          ))}
        </ListCard>
      )}
      {items && (
        <Button size="large" onClick={() => void navigate({ to: "/admin/webhooks/new" })}>
          {t("add")}
        </Button>
      )}
    </Screen>
  )
}

function Row({ endpoint }: { endpoint: Endpoint }) {
  const { t, i18n } = useTranslation("webhooks")
  const { id, url, description, kinds, paused_because: why, failing_since } = endpoint
  const state = why ? t(`paused.${why}`) : failing_since ? t("failing") : t("state.enabled")
  const facts = [state, description && hostOf(url), t("kinds", { count: kinds.length.toLocaleString(i18n.language) })]
  return (
    <ListRow
      to={`/admin/webhooks/${id}`}
      start={<Icon name={why ? "close" : failing_since ? "warn" : "check"} />}
      title={description || hostOf(url)}
      second={facts.filter(Boolean).join(" · ")}
    />
  )
}
