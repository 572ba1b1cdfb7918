/** What left the house by e-mail, text message, WhatsApp and call; what failed can be tried again. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { More } from "@/ui/layout/More"
import { Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { DeliveryRow } from "./DeliveryRow"
import { CHANNELS, STATES, deliveriesQuery, useRetry, type Wanted } from "./queries"

const ALL: Wanted = { state: "", channel: "", to: "" }

export default function DeliveriesScreen() {
  const { t } = useTranslation("deliveries")
  const navigate = useNavigate()
  const [wanted, setWanted] = useState(ALL)
  const log = useInfiniteQuery(deliveriesQuery(wanted))
  const retry = useRetry()
  const items = log.data?.pages.flatMap((page) => page.items)
  return (
    <Screen title={t("title")} intro={t("intro")} back="/you" width="middle">
      <Pills>
        <Button variant="outlined" onClick={() => void navigate({ to: "/admin/templates" })}>
          {t("templates.title")}
        </Button>
      </Pills>
      <Filters wanted={wanted} onWanted={setWanted} />
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

interface FiltersProps {
  wanted: Wanted
  onWanted: (wanted: Wanted) => void
}

function Filters({ wanted, onWanted }: FiltersProps) {
  const { t } = useTranslation("deliveries")
  const [to, setTo] = useState(wanted.to)
  const all = { value: "", label: t("all") }
  return (
    <Form onSubmit={() => onWanted({ ...wanted, to: to.trim() })}>
      <SelectField
        label={t("filter.state")}
        value={wanted.state}
        onChange={(value) => onWanted({ ...wanted, state: value as Wanted["state"] })}
        options={[all, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <SelectField
        label={t("filter.channel")}
        value={wanted.channel}
        onChange={(value) => onWanted({ ...wanted, channel: value as Wanted["channel"] })}
        options={[all, ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))]}
      />
      <Field
        label={t("filter.to")}
        hint={t("filter.whole")}
        value={to}
        autoComplete="off"
        onChange={(event) => setTo(event.target.value)}
        end={
          <Button type="submit" variant="text">
            {t("filter.look")}
          </Button>
        }
      />
    </Form>
  )
}
