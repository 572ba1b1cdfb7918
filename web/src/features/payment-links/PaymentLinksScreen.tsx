/** The person's links, and what has come by each. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { linksQuery } from "@/api/payment-links"
import type { PaymentLink } from "@/api/types"
import { formatMoney } from "@/lib/money"
import { formatAgo } from "@/lib/time"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { LinkStatus } from "./LinkStatus"
import { useAsked } from "./asked"

export default function PaymentLinksScreen() {
  const { t } = useTranslation("payment-links")
  const navigate = useNavigate()
  const make = <Button onClick={() => void navigate({ to: "/payment-links/new" })}>{t("make")}</Button>
  return (
    <Screen title={t("title")} width="middle" back="/requests" actions={make}>
      <Links />
    </Screen>
  )
}

function Links() {
  const { t } = useTranslation("payment-links")
  const list = useInfiniteQuery(linksQuery)
  const links = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <RowsSkeleton />
  if (list.isError && links.length === 0)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (links.length === 0)
    return <EmptyState picture="letter" title={t("none")} body={t("none_body")} />
  return (
    <>
      <AgeMark at={list.dataUpdatedAt} stale={list.isError} />
      <ListCard>
        {links.map((link) => (
          <li key={link.id}>
            <Row link={link} />
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

function Row({ link }: { link: PaymentLink }) {
  const { t, i18n } = useTranslation("payment-links")
  const asked = useAsked()
  const came = formatMoney(link.received, i18n.language, { trim: true })
  return (
    <ListRow
      to={`/payment-links/${link.id}`}
      start={<ServiceIcon service="request" sign="qr" />}
      title={asked(link)}
      second={
        <>
          {link.note && (
            <Text as="span" size="small" oneLine>
              {link.note}
            </Text>
          )}
          <LinkStatus status={link.status} />
        </>
      }
      end={
        <>
          <Text as="span" size="small" bold={link.paid_count > 0}>
            {link.paid_count > 0 ? t("came", { amount: came }) : t("came_not")}
          </Text>
          <Text as="span" size="tiny" tone="quiet">
            {link.paid_count > 1 ? t("times", { count: link.paid_count }) : formatAgo(link.created_at, i18n.language)}
          </Text>
        </>
      }
    />
  )
}
