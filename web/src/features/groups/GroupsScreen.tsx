/** The groups of a person, and those that ask her in. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { askedQuery, groupsQuery, myInvitesQuery, type GroupRow } from "@/api/groups"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { Asked } from "./members/Asked"
import { GroupFace } from "./GroupFace"
import { LoadedList } from "./Loaded"
import { MyInvite } from "./members/MyInvite"

export function GroupsScreen() {
  const { t } = useTranslation("groups")
  const groups = useInfiniteQuery(groupsQuery)
  const asked = useQuery(askedQuery).data ?? []
  const create = (
    <Button component={Link} {...{ to: "/groups/new" }} startIcon={<Icon name="add" />}>
      {t("list.create")}
    </Button>
  )
  const count = (groups.data?.pages[0]?.items.length ?? 0) + asked.length
  return (
    <Screen title={t("list.title")} back="/" width="middle" actions={count > 0 && create}>
      <Invited />
      <Asked groups={asked} />
      <LoadedList
        query={groups}
        empty={
          count === 0 && <EmptyState picture="people" title={t("list.none")} body={t("list.none_body")} action={create} />
        }
      >
        {(items) => (
          <ListCard>
            {items.map((group) => (
              <li key={group.id}>
                <Row group={group} />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
    </Screen>
  )
}

function Invited() {
  const { t } = useTranslation("groups")
  const invites = useQuery(myInvitesQuery).data ?? []
  if (invites.length === 0) return null
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("list.invited")}
      </Text>
      {invites.map((invite) => (
        <MyInvite key={invite.group.id} invite={invite} />
      ))}
    </Stack>
  )
}

function Row({ group }: { group: GroupRow }) {
  const { t } = useTranslation("groups")
  return (
    <ListRow
      to={`/groups/${group.id}`}
      start={<GroupFace name={group.name} picture={group.picture_url} />}
      title={group.name}
      second={group.is_over ? t("list.over") : t("members.count", { count: group.members })}
      end={<AmountText amount={group.pot.balance} size="s" trim />}
    />
  )
}
