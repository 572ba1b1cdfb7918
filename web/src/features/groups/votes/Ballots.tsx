/** Who said what: every vote is on record. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { ballotsQuery, type Vote } from "@/api/groups"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PersonRow } from "@/ui/people/PersonRow"
import { faceOf } from "../faces"
import { useFollow } from "../use-follow"
import { LoadedList } from "../Loaded"

const TONES = { yes: "good", no: "bad", abstain: "quiet" } as const

export function Ballots({ vote, group }: { vote: Vote; group: string }) {
  const { t } = useTranslation("groups")
  const ballots = useInfiniteQuery(ballotsQuery(group, vote.id))
  const { yes, no, abstain, gone } = vote.tally
  useFollow(`${yes} ${no} ${abstain} ${gone}`, ballots.refetch)
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("ballots.title")}
      </Text>
      <LoadedList query={ballots} empty={<Text tone="quiet">{t("ballots.none")}</Text>}>
        {(items) => (
          <ListCard>
            {items.map((ballot) => (
              <li key={ballot.member_id}>
                <PersonRow
                  person={faceOf(ballot.person)}
                  second={
                    ballot.is_delegated ? t("ballots.by", { name: faceOf(ballot.cast_by).name }) : ballot.reason
                  }
                  end={
                    <Text as="span" bold tone={TONES[ballot.choice]}>
                      {t(`choice.${ballot.choice}`)}
                    </Text>
                  }
                />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
    </Stack>
  )
}
