/** All questions that the group was asked. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { votesQuery } from "@/api/groups"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Segments } from "@/ui/layout/Segments"
import { ListRow } from "@/ui/people/ListRow"
import { LoadedList } from "../Loaded"
import { VoteRow } from "./VoteRow"

export function VotesScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const [which, setWhich] = useState<"open" | "all">("all")
  const votes = useInfiniteQuery(votesQuery(id, which))
  return (
    <Screen title={t("home.votes")} back={`/groups/${id}`} width="middle">
      <Segments
        label={t("votes.which")}
        value={which}
        options={[
          { value: "all", label: t("votes.all") },
          { value: "open", label: t("votes.open") },
        ]}
        onChange={setWhich}
      />
      <ListRow
        to={`/groups/${id}/delegation`}
        start={<Icon name="repeat" />}
        title={t("delegation.title")}
        end={<Icon name="next" size={20} />}
      />
      <LoadedList query={votes} empty={<EmptyState picture="letter" title={t("votes.none")} body={t("votes.none_body")} />}>
        {(items) => (
          <ListCard>
            {items.map((vote) => (
              <li key={vote.id}>
                <VoteRow vote={vote} group={{ id }} />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
    </Screen>
  )
}
