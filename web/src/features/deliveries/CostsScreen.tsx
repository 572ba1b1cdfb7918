/** What each channel cost on each day, and the tariffs that it is estimated by. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMicro, formatNumber } from "@/lib/money"
import { dayOf, dayStart, formatDay, nextDay } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Field } from "@/ui/fields/Field"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { costsQuery, type Cost } from "./costs"
import { Tariffs } from "./Tariffs"

const WEEK = 7

export function CostsScreen() {
  const { t } = useTranslation("deliveries")
  const [first, setFirst] = useState(() => nextDay(dayOf(new Date()), 1 - WEEK))
  const [last, setLast] = useState(() => dayOf(new Date()))
  const costs = useQuery(costsQuery(first, last))
  const items = costs.isError ? undefined : costs.data?.items
  return (
    <Screen title={t("costs.title")} intro={t("costs.intro")} back="/admin/deliveries" width="middle">
      <Field label={t("costs.first")} type="date" value={first} onChange={(event) => setFirst(event.target.value)} />
      <Field label={t("costs.last")} type="date" value={last} onChange={(event) => setLast(event.target.value)} />
      {costs.isError && <ErrorState error={costs.error} onRetry={() => void costs.refetch()} />}
      {!items && !costs.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{t("costs.none")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={`${one.day} ${one.channel} ${one.currency ?? ""}`}>
              <Row cost={one} />
            </li>
          ))}
        </ListCard>
      )}
      <Tariffs />
    </Screen>
  )
}

function Row({ cost }: { cost: Cost }) {
  const { t, i18n } = useTranslation("deliveries")
  const { currency, micro, estimated_micro } = cost
  const count = formatNumber(cost.count, i18n.language)
  const price = (value: number) => formatMicro({ currency: currency ?? "", micro: value }, i18n.language)
  const day = formatDay(dayStart(cost.day), i18n.language)
  const facts = currency
    ? [t("costs.all", { price: price(micro), count }), estimated_micro > 0 && t("costs.part", { price: price(estimated_micro) })]
    : [t("costs.unknown", { count })]
  return <ListRow title={`${day} · ${t(`channel.${cost.channel}`)}`} second={facts.filter(Boolean).join(" · ")} />
}
