/** What moved in the pot last. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { statementQuery, type Group } from "@/api/groups"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Card, ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { useFollow } from "../use-follow"
import { MovementRow } from "./MovementRow"

const MOST = 4

export function Lately({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const lines = useInfiniteQuery(statementQuery(group.id))
  useFollow(group.pot.balance.minor, lines.refetch)
  const items = lines.data?.pages[0]?.items.slice(0, MOST) ?? []
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("home.lately")}
      </Text>
      {lines.isPending && <RowsSkeleton rows={2} />}
      {lines.isError && !lines.data && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.data && items.length === 0 && (
        <Card>
          <Text tone="quiet">{t("home.nothing_yet")}</Text>
        </Card>
      )}
      {items.length > 0 && (
        <ListCard>
          {items.map((line) => (
            <li key={line.id}>
              <MovementRow line={line} />
            </li>
          ))}
        </ListCard>
      )}
    </Stack>
  )
}
