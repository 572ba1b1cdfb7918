/** A group that asks the person in by name. */
import { useTranslation } from "react-i18next"
import type { MyInvite as Invite } from "@/api/groups"
import { formatDay } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { GroupFace } from "../GroupFace"
import { JoinButton } from "./JoinButton"

export function MyInvite({ invite }: { invite: Invite }) {
  const { t, i18n } = useTranslation("groups")
  const { group } = invite
  return (
    <Card>
      <Stack gap={4}>
        <Stack row gap={4}>
          <GroupFace name={group.name} picture={group.picture_url} />
          <div>
            <Text bold>{group.name}</Text>
            <Text size="small" tone="quiet">
              {t("members.count", { count: group.members })} {"·"}{" "}
              {t("join.until", { day: formatDay(invite.expires_at, i18n.language) })}
            </Text>
          </div>
        </Stack>
        <JoinButton order={{ group: group.id }} name={group.name} />
      </Stack>
    </Card>
  )
}
