/** One thing that moved in the pot, and the files that prove it. */
import { Link } from "@tanstack/react-router"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { groupQuery, may, type Group, type Movement } from "@/api/groups"
import { movementQuery } from "@/api/receipts"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { AmountText } from "@/ui/money/AmountText"
import { PersonHead } from "@/ui/people/PersonHead"
import { Coming } from "./Coming"
import { faceOf } from "../faces"
import { Loaded } from "../Loaded"
import { PayoutState } from "../votes/Payout"
import { Receipts } from "./Receipts"

export function MovementScreen({ id, movement }: { id: string; movement: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const line = useQuery(movementQuery(id, movement))
  return (
    <Screen
      title={line.data ? t(`movement.${line.data.kind}`) : t("home.statement")}
      intro={group.data?.name}
      back={`/groups/${id}/statement`}
    >
      <Loaded query={line}>
        {(found) => (
          <Stack gap={5}>
            <Coming line={found} />
            <Moved line={found} group={id} />
            {found.payout && <PayoutState payout={found.payout} />}
            {group.data && <Receipts group={id} movement={movement} canAdd={canAdd(group.data, found)} />}
          </Stack>
        )}
      </Loaded>
    </Screen>
  )
}

function canAdd(group: Group, line: Movement): boolean {
  return may(group, line.member_id === group.me.id ? "attach" : "attach_any")
}

function Moved({ line, group }: { line: Movement; group: string }) {
  const { t, i18n } = useTranslation("groups")
  const { amount, balance_after: after } = line
  return (
    <Card style={{ paddingBlock: 16 }}>
      <Stack gap={4}>
        <PersonHead flat person={faceOf(line.person)} />
        <AmountText amount={amount} size="l" signed tone={amount.minor < 0 ? "inherit" : "in"} />
        <Facts>
          {line.note && <Fact name={t("movement_of.note")}>{line.note}</Fact>}
          <Fact name={t("movement_of.at")}>{formatMoment(line.created_at, i18n.language)}</Fact>
          {after && <Fact name={t("statement.after")}>{formatMoney(after, i18n.language)}</Fact>}
          {line.proposal_id && (
            <Fact name={t("movement_of.vote")}>
              <Link to="/groups/$id/votes/$vote" params={{ id: group, vote: line.proposal_id }}>
                {t("movement_of.see_vote")}
              </Link>
            </Fact>
          )}
        </Facts>
      </Stack>
    </Card>
  )
}
