/** Everything outside that money and messages go through: by whose keys, and how it does. */
import { useQuery, type UseQueryResult } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { formatNumber } from "@/lib/money"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Mark } from "@/ui/layout/Mark"
import { Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { providerName } from "./names"
import { channelsQuery, railsQuery, type Connection, type Rail } from "./queries"
import { LOOKS, standingOf } from "./standing"

export function ConnectionsScreen() {
  const { t } = useTranslation("connections")
  const navigate = useNavigate()
  const rails = useQuery(railsQuery)
  const channels = useQuery(channelsQuery)
  return (
    <Screen title={t("title")} intro={t("intro")} back="/you" width="middle">
      <Pills>
        <Button variant="outlined" onClick={() => void navigate({ to: "/admin/routing" })}>
          {t("to_routing")}
        </Button>
        <Button variant="outlined" onClick={() => void navigate({ to: "/admin/orders" })}>
          {t("to_orders")}
        </Button>
      </Pills>
      <Part title={t("rails")} help={t("rails_help")}>
        <List list={rails} items={rails.data?.items} empty={t("no_rails")} keyOf={(rail) => rail.connection.name}>
          {(rail) => <Row connection={rail.connection} rail={rail} />}
        </List>
      </Part>
      <Part title={t("channels")} help={t("channels_help")}>
        <List list={channels} items={channels.data?.items} empty={t("no_channels")} keyOf={({ name }) => name}>
          {(one) => <Row connection={one} />}
        </List>
      </Part>
    </Screen>
  )
}

interface ListProps<Item> {
  list: UseQueryResult
  items: Item[] | undefined
  empty: string
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

function List<Item>({ list, items, empty, keyOf, children }: ListProps<Item>) {
  if (!items && list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!items) return <RowsSkeleton />
  if (items.length === 0) return <Text tone="quiet">{empty}</Text>
  return (
    <ListCard>
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ListCard>
  )
}

interface PartProps {
  title: string
  help: string
  children: ReactNode
}

function Part({ title, help, children }: PartProps) {
  return (
    <Stack gap={3} as="section" aria-label={title}>
      <Stack gap={1}>
        <Text as="h2" size="title">
          {title}
        </Text>
        <Text tone="quiet">{help}</Text>
      </Stack>
      {children}
    </Stack>
  )
}

function Row({ connection, rail }: { connection: Connection; rail?: Rail }) {
  const { t } = useTranslation("connections")
  const standing = standingOf(connection)
  return (
    <ListRow
      to={`/admin/connections/${connection.name}`}
      title={providerName(connection.name)}
      second={
        <Stack as="span" gap={0}>
          <Mark look={LOOKS[standing]}>{t(`standing.${standing}`)}</Mark>
          {rail && <Traffic rail={rail} />}
        </Stack>
      }
      end={<Icon name="next" size={20} />}
    />
  )
}

/** Only what says something: a provider that nobody uses has one line. */
function Traffic({ rail: { is_well, traffic } }: { rail: Rail }) {
  const { t, i18n } = useTranslation("connections")
  const say = (count: number) => formatNumber(count, i18n.language)
  const { undecided, received, rejected } = traffic
  const facts = [
    is_well === true && t("health.well"),
    undecided > 0 && t("traffic.undecided", { count: undecided, number: say(undecided) }),
    received > 0 && t("traffic.received", { count: received, number: say(received) }),
  ].filter(Boolean)
  return (
    <>
      {is_well === false && (
        <Text as="span" tone="bad" bold size="small">
          {t("health.unwell")}
        </Text>
      )}
      {facts.length > 0 && <span>{facts.join(" · ")}</span>}
      {rejected > 0 && (
        <Text as="span" tone="bad" size="small">
          {t("traffic.rejected", { count: rejected, number: say(rejected) })}
        </Text>
      )}
    </>
  )
}
