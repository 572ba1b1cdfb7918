/** Each kind of message and its channels, one after another until one arrives. */
import { useQuery } from "@tanstack/react-query"
import i18next from "i18next"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { SearchField } from "@/ui/fields/SearchField"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { OrderSheet } from "./OrderSheet"
import { ordersQuery, type Order } from "./orders"

/** What a kind is called; one that came later by its own name. */
function useKindName() {
  const { t } = useTranslation("orders")
  const say = t as unknown as (key: string) => string
  return (kind: string) => (i18next.exists(`orders:kind.${kind}`) ? say(`kind.${kind}`) : kind.replaceAll("_", " "))
}

export function OrdersScreen() {
  const { t } = useTranslation("orders")
  const nameOf = useKindName()
  const mayChange = useMe().data?.roles.includes("admin") ?? false
  const [typed, setTyped] = useState("")
  const [open, setOpen] = useState<Order | null>(null)
  const list = useQuery(ordersQuery)
  const sought = typed.trim().toLocaleLowerCase()
  const items = list.data?.items.filter(({ kind }) => nameOf(kind).toLocaleLowerCase().includes(sought))
  return (
    <Screen title={t("title")} intro={t("intro")} back="/admin/deliveries" width="middle">
      {list.data && !mayChange && <Text tone="quiet">{t("read_only")}</Text>}
      <SearchField label={t("search")} clear={t("clear")} value={typed} onChange={setTyped} />
      {!items && list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{t("none")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={one.kind}>
              <Row
                order={one}
                name={nameOf(one.kind)}
                onOpen={mayChange && one.may_change ? () => setOpen(one) : undefined}
              />
            </li>
          ))}
        </ListCard>
      )}
      {open && <OrderSheet key={open.kind} order={open} name={nameOf(open.kind)} onClose={() => setOpen(null)} />}
    </Screen>
  )
}

interface RowProps {
  order: Order
  name: string
  onOpen?: () => void
}

function Row({ order, name, onOpen }: RowProps) {
  const { t } = useTranslation(["orders", "deliveries"])
  const { channels, is_alarm, is_changed, may_change } = order
  const way = channels.map((one) => t(`deliveries:channel.${one}`)).join(t("then"))
  const facts = [
    may_change ? way || t("only_app") : t("steps"),
    is_alarm && t("alarm"),
    is_changed && t("changed"),
  ]
  return (
    <ListRow
      start={<Icon name={is_alarm ? "safety" : "bell"} />}
      title={name}
      second={facts.filter(Boolean).join(" · ")}
      end={onOpen && <Icon name="next" size={20} />}
      onClick={onOpen}
    />
  )
}
