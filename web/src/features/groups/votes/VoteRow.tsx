/** A question to the group in a list: what it is, and how the vote stands. */
import { useTranslation } from "react-i18next"
import type { Group, Vote } from "@/api/groups"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { standingOf, useTitle } from "./vote-words"
import { VoteState } from "./VoteState"

export function VoteRow({ vote, group }: { vote: Vote; group: Pick<Group, "id"> }) {
  const { t } = useTranslation("groups")
  const title = useTitle()(vote)
  const face = vote.payee ?? vote.subject
  const isMine = vote.may_vote && !vote.mine
  return (
    <ListRow
      to={`/groups/${group.id}/votes/${vote.id}`}
      start={face ? <PersonAvatar person={face} /> : <ServiceIcon service="groups" sign="settings" />}
      title={title}
      second={
        <>
          {vote.status === "open" ? t("vote.standing", standingOf(vote)) : <VoteState status={vote.status} />}
          {isMine && (
            <Text as="span" size="small" tone="accent" bold style={{ display: "block" }}>
              {t("needs.you")}
            </Text>
          )}
        </>
      }
      end={<Icon name="next" size={20} />}
    />
  )
}
