/** Invites that still hold; each can be ended. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { cancelInvite, invitesQuery, type Invite } from "@/api/groups"
import { formatMoment } from "@/lib/time"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"

function holds(invite: Invite, now: number): boolean {
  return !invite.cancelled_at && invite.used < invite.max_uses && Date.parse(invite.expires_at) > now
}

export function WaysIn({ group }: { group: string }) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const list = useInfiniteQuery(invitesQuery(group))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const live = items.filter((invite) => holds(invite, list.dataUpdatedAt))
  const ending = useMutation({
    mutationFn: (invite: string) => cancelInvite(group, invite),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups", "ways-in", group] }),
  })
  if (live.length === 0) return null
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("invite.live")}
      </Text>
      <ProblemNote error={ending.error} />
      <ListCard>
        {live.map((invite) => (
          <li key={invite.id}>
            <Row invite={invite} onEnd={() => ending.mutate(invite.id)} />
          </li>
        ))}
      </ListCard>
    </Stack>
  )
}

function Row({ invite, onEnd }: { invite: Invite; onEnd: () => void }) {
  const { t, i18n } = useTranslation("groups")
  const until = t("invite.until", { moment: formatMoment(invite.expires_at, i18n.language) })
  return (
    <ListRow
      start={invite.person ? <PersonAvatar person={invite.person} /> : <Icon name="qr" />}
      title={invite.person?.name ?? t("invite.used", { used: invite.used, most: invite.max_uses })}
      second={until}
      end={
        <Button variant="text" color="error" onClick={onEnd}>
          {t("invite.end")}
        </Button>
      }
    />
  )
}
