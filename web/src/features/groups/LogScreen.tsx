/** What was done in the group, by whom and when; it is never edited. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { groupQuery, logQuery, type LogLine } from "@/api/groups"
import { formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { LoadedList } from "./Loaded"
import { actOf } from "./acts"

export function LogScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const log = useInfiniteQuery(logQuery(id))
  return (
    <Screen title={t("home.log")} intro={group.data?.name} back={`/groups/${id}`} width="middle">
      <LoadedList query={log} empty={<Text tone="quiet">{t("log.none")}</Text>}>
        {(items) => (
          <ListCard>
            {items.map((line) => (
              <li key={line.id}>
                <Line line={line} />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
    </Screen>
  )
}

function Line({ line }: { line: LogLine }) {
  const { t, i18n } = useTranslation("groups")
  return (
    <ListRow
      start={line.actor ? <PersonAvatar person={line.actor} /> : <Icon name="clock" />}
      title={t(`act.${actOf(line.act)}`)}
      second={[line.actor?.name ?? t("log.itself"), formatMoment(line.at, i18n.language)].join(" · ")}
    />
  )
}
