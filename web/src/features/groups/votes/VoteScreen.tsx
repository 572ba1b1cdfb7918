/** One question to the group: what, the rule in words and numbers, my vote, what came of it. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { groupQuery, voteQuery, type Group, type Vote } from "@/api/groups"
import { formatMoment } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Ballots } from "./Ballots"
import { faceOf } from "../faces"
import { CastVote } from "./CastVote"
import { Changes } from "../rules/Changes"
import { Loaded } from "../Loaded"
import { Payout } from "./Payout"
import { Shares } from "../ending/Shares"
import { VotedLoan } from "../loans/VotedLoan"
import { VoteCard } from "./VoteCard"
import { VoteState } from "./VoteState"
import { AskerMay } from "./AskerMay"
import { useTitle } from "./vote-words"

export function VoteScreen({ id, vote: voteId }: { id: string; vote: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const vote = useQuery(voteQuery(id, voteId))
  const title = useTitle()
  const { data } = vote
  return (
    <Screen
      title={data ? title(data) : t("vote.one")}
      intro={group.data?.name}
      back={`/groups/${id}`}
      pinned
      foot={data?.may_vote && !data.mine && group.data && <CastVote vote={data} group={group.data} />}
    >
      <Loaded query={vote}>
        {(found) => (
          <Stack gap={5}>
            <div>
              <VoteState status={found.status} chip />
            </div>
            {found.failure && <Text tone="bad">{t(PAYOUTS.includes(found.kind) ? "vote.failed" : "vote.not_done")}</Text>}
            {found.version > 1 && found.status === "open" && (
              <Text role="status" tone="warn" bold>
                {t("amend.was", { version: found.version })}
              </Text>
            )}
            <VoteCard vote={found} />
            {found.loan_id && <VotedLoan group={id} id={found.loan_id} count={found.instalments} />}
            {found.split && SHOWN.includes(found.status) && (
              <Shares group={id} rule={found.split} />
            )}
            <Payout vote={found} group={id} />
            {group.data && <Matter vote={found} group={group.data} />}
            {group.data && found.mine && found.may_vote && <CastVote vote={found} group={group.data} isAgain />}
            {group.data && <AskerMay vote={found} group={group.data} />}
            <Ballots vote={found} group={id} />
          </Stack>
        )}
      </Loaded>
    </Screen>
  )
}

const PAYOUTS: Vote["kind"][] = ["withdraw", "loan"]
/** When it is of interest who gets what: not of an end that will not be. */
const SHOWN: Vote["status"][] = ["open", "executing", "executed"]

function Matter({ vote, group }: { vote: Vote; group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const moment = (at: string) => formatMoment(at, i18n.language)
  return (
    <Stack gap={5}>
      {vote.changes.length > 0 && <Changes changes={vote.changes} currency={group.currency} />}
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          <Fact name={t("vote.asked_by")}>{faceOf(vote.asker).name}</Fact>
          {vote.reason && <Fact name={t("vote.reason")}>{vote.reason}</Fact>}
          {vote.roles.map(({ member, person, role }) => (
            <Fact key={member} name={faceOf(person).name}>
              {t(`role.${role}`)}
            </Fact>
          ))}
          <Fact name={t("vote.opened")}>{moment(vote.opened_at)}</Fact>
          {vote.status === "open" && <Fact name={t("vote.ends")}>{moment(vote.expires_at)}</Fact>}
          {vote.decided_at && <Fact name={t("vote.decided")}>{moment(vote.decided_at)}</Fact>}
          {vote.executed_at && PAYOUTS.includes(vote.kind) && <Fact name={t("vote.paid")}>{moment(vote.executed_at)}</Fact>}
          {vote.status === "failed" && vote.lapses_at && <Fact name={t("vote.lapses")}>{moment(vote.lapses_at)}</Fact>}
        </Facts>
      </Card>
    </Stack>
  )
}
