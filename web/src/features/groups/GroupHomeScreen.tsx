/** A group at a glance: its pot, my share, what needs me, what may be done. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { groupQuery, may, type Group } from "@/api/groups"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { ServiceTile } from "@/ui/layout/ServiceTile"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { styled } from "@/ui/theme/styled"
import { Asking } from "./members/Asking"
import { DuesNeed } from "./dues/DuesNeed"
import { Shares } from "./ending/Shares"
import { Lately } from "./statement/Lately"
import { Loaded } from "./Loaded"
import { LoanNeeds } from "./loans/LoanNeeds"
import { NeedsMe } from "./votes/NeedsMe"
import { PotCloth } from "./PotCloth"

const Columns = styled("div")({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 28,
  alignItems: "start",
  "& > div": { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 28 },
  "@media (min-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: 40 },
})

const Tiles = styled("nav")({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(72px, 1fr))",
  gap: "12px 4px",
})

export function GroupHomeScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={group.data?.name ?? t("list.one")} intro={group.data?.purpose} back="/groups" width="wide">
      <Loaded query={group}>
        {(data) => (
          <Columns>
            <div>
              {data.is_over && (
                <Text role="status" tone="warn" bold>
                  {t("home.over")}
                </Text>
              )}
              <PotCloth group={data} />
              <Actions group={data} />
              {data.is_over && <Shares group={id} rule="net" />}
            </div>
            <div>
              {may(data, "answer_joins") && <Asking group={data} />}
              <LoanNeeds group={data} />
              <DuesNeed group={data} />
              <NeedsMe group={data} />
              <Lately group={data} />
              <Places group={data} />
            </div>
          </Columns>
        )}
      </Loaded>
    </Screen>
  )
}

function Actions({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const at = `/groups/${group.id}`
  return (
    <Tiles aria-label={t("home.actions")}>
      {may(group, "contribute") && <ServiceTile service="add" to={`${at}/contribute`} label={t("home.contribute")} />}
      {may(group, "propose") && <ServiceTile service="withdraw" to={`${at}/ask`} label={t("home.ask")} />}
      {may(group, "invite") && <ServiceTile service="scan" sign="qr" to={`${at}/invite`} label={t("home.invite")} />}
      <ServiceTile service="groups" to={`${at}/members`} label={t("home.members")} />
    </Tiles>
  )
}

const PLACES = [
  { part: "votes", icon: "check", words: "home.votes" },
  { part: "loans", icon: "repeat", words: "home.loans" },
  { part: "dues", icon: "calendar", words: "home.dues" },
  { part: "statement", icon: "activity", words: "home.statement" },
  { part: "figures", icon: "filter", words: "figures.title" },
  { part: "rules", icon: "settings", words: "home.rules" },
  { part: "log", icon: "clock", words: "home.log" },
  { part: "about", icon: "groups", words: "about.title" },
] as const satisfies { part: string; icon: Glyph; words: string }[]

function Places({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("home.all")}
      </Text>
      <ListCard>
        {PLACES.map(({ part, icon, words }) => (
          <li key={part}>
            <ListRow
              to={`/groups/${group.id}/${part}`}
              start={<Icon name={icon} />}
              title={t(words)}
              end={<Icon name="next" size={20} />}
            />
          </li>
        ))}
      </ListCard>
    </Stack>
  )
}
