/** One movement of the pot: who, what for, how much, when. */
import { useTranslation } from "react-i18next"
import type { Movement } from "@/api/groups"
import { formatAgo } from "@/lib/time"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { StatusMark } from "@/ui/money/StatusMark"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { faceOf } from "../faces"

export function MovementRow({ line }: { line: Movement }) {
  const { t, i18n } = useTranslation(["groups", "pots"])
  const { amount, note } = line
  const person = faceOf(line.person)
  const isIn = amount.minor > 0
  return (
    <ListRow
      start={<PersonAvatar person={person} />}
      title={person.name}
      second={[t(`movement.${line.kind}`), line.payout && t(`pots:out.state.${line.payout.status}`), note]
        .filter(Boolean)
        .join(" · ")}
      end={
        <>
          <AmountText amount={amount} size="s" signed trim tone={isIn && line.status === "succeeded" ? "in" : "inherit"} />
          {line.status === "succeeded" ? (
            <Text as="span" size="tiny" tone="quiet">
              {formatAgo(line.created_at, i18n.language)}
            </Text>
          ) : (
            <StatusMark status={line.status} />
          )}
        </>
      }
    />
  )
}
