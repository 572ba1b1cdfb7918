/** A vote about somebody that is open already, instead of the button that would open another. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { votesQuery, type Member, type Vote } from "@/api/groups"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

/** The open vote on whether somebody comes in or goes; null while that is asked for. */
export function useOpenVote(group: string, kind: "admit" | "remove", member: Member): Vote | undefined | null {
  const votes = useInfiniteQuery(votesQuery(group, "open"))
  if (votes.isPending) return null
  const open = votes.data?.pages.flatMap((page) => page.items) ?? []
  return open.find((vote) => vote.kind === kind && vote.subject && vote.subject.id === member.person?.id)
}

export function OpenVote({ group, vote, says }: { group: string; vote: Vote; says: "asking.is_open" | "member.is_open" }) {
  const { t } = useTranslation("groups")
  return (
    <Stack gap={3}>
      <Text role="status">{t(says)}</Text>
      <Button variant="outlined" component={Link} {...{ to: `/groups/${group}/votes/${vote.id}` }}>
        {t("asking.see_vote")}
      </Button>
    </Stack>
  )
}
