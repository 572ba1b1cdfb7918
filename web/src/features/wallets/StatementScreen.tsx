/** Every movement of one wallet with the balance it left, and the balance on any day. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { statementQuery, walletsQuery } from "@/api/wallets"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { More } from "@/ui/layout/More"
import { Screen } from "@/ui/layout/Screen"
import { BalanceOnDay } from "./BalanceOnDay"
import { StatementFile } from "./StatementFile"
import { StatementTable } from "./StatementTable"

export default function StatementScreen() {
  const { t } = useTranslation("wallets")
  const { id } = useParams({ from: "/inside/wallets/$id" })
  const wallet = useQuery(walletsQuery).data?.find((known) => known.id === id)
  const statement = useInfiniteQuery(statementQuery(id))
  const lines = statement.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Screen
      title={t("statement.title")}
      intro={wallet && t("statement.intro", { currency: wallet.currency })}
      back={true}
      width="middle"
    >
      {lines.length > 0 && <BalanceOnDay wallet={id} />}
      {statement.isPending && <RowsSkeleton rows={6} />}
      {statement.isError && lines.length === 0 && (
        <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />
      )}
      {statement.isSuccess && lines.length === 0 && (
        <EmptyState picture="pouch" title={t("statement.none")} body={t("statement.none_body")} />
      )}
      {lines.length > 0 && <StatementFile wallet={id} />}
      {lines.length > 0 && <StatementTable lines={lines} />}
      <More
        hasMore={statement.hasNextPage}
        isLoading={statement.isFetchingNextPage}
        onMore={() => void statement.fetchNextPage()}
      />
    </Screen>
  )
}
