/** Open questions of a group: those that wait for my vote first. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { votesQuery, type Group } from "@/api/groups"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Card, ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { VoteRow } from "./VoteRow"

export function NeedsMe({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const votes = useInfiniteQuery(votesQuery(group.id, "open"))
  const open = votes.data?.pages.flatMap((page) => page.items) ?? []
  const waitsForMe = (vote: (typeof open)[number]) => vote.may_vote && !vote.mine
  const sorted = [...open.filter(waitsForMe), ...open.filter((vote) => !waitsForMe(vote))]
  const count = open.filter(waitsForMe).length
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {count > 0 ? t("needs.title", { count }) : t("needs.open")}
      </Text>
      {votes.isPending && <RowsSkeleton rows={1} />}
      {votes.isError && !votes.data && <ErrorState error={votes.error} onRetry={() => void votes.refetch()} />}
      {votes.data && sorted.length === 0 && (
        <Card>
          <Text tone="quiet">{t("needs.none")}</Text>
        </Card>
      )}
      {sorted.length > 0 && (
        <ListCard>
          {sorted.map((vote) => (
            <li key={vote.id}>
              <VoteRow vote={vote} group={group} />
            </li>
          ))}
        </ListCard>
      )}
    </Stack>
  )
}
