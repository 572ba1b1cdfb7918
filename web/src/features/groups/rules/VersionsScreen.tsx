/** Every version of the rules: who made it, what it changed, and all of it in words. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { differenceQuery, versionsQuery, type Version } from "@/api/constitutions"
import { groupQuery, type Group } from "@/api/groups"
import { formatMoment } from "@/lib/time"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { Changes } from "./Changes"
import { faceOf } from "../faces"
import { Loaded, LoadedList } from "../Loaded"
import { RulesInWords } from "./RulesInWords"

export function VersionsScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={t("versions.title")} intro={t("versions.intro")} back={`/groups/${id}/rules`} width="middle">
      <Loaded query={group}>{(data) => <Versions group={data} />}</Loaded>
    </Screen>
  )
}

function Versions({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const versions = useInfiniteQuery(versionsQuery(group.id))
  const [chosen, setChosen] = useState<number | null>(null)
  const found = versions.data?.pages.flatMap((page) => page.items).find((each) => each.version === chosen)
  if (found) return <One key={found.version} group={group} version={found} onBack={() => setChosen(null)} />
  const told = ({ made_by: by, made_at: at }: Version) => [faceOf(by).name, formatMoment(at, i18n.language)].join(" · ")
  return (
    <LoadedList query={versions} empty={<EmptyState picture="path" title={t("versions.none")} />}>
      {(items) => (
        <ListCard>
          {items.map((each) => (
            <li key={each.version}>
              <ListRow
                start={<Icon name="settings" />}
                title={t(each.version === group.constitution_version ? "rules.version" : "versions.one", {
                  version: each.version,
                })}
                second={told(each)}
                end={<Icon name="next" size={20} />}
                onClick={() => setChosen(each.version)}
              />
            </li>
          ))}
        </ListCard>
      )}
    </LoadedList>
  )
}

function One({ group, version, onBack }: { group: Group; version: Version; onBack: () => void }) {
  const { t } = useTranslation("groups")
  const now = group.constitution_version
  const number = version.version
  const others = Array.from({ length: now }, (_, at) => now - at).filter((other) => other !== number)
  const [against, setAgainst] = useState(number > 1 ? number - 1 : others[0])
  return (
    <Stack gap={6}>
      <Button variant="text" startIcon={<Icon name="back" />} onClick={onBack}>
        {t("versions.all")}
      </Button>
      <RulesInWords group={group} version={number} />
      {version.proposal_id && (
        <Link to="/groups/$id/votes/$vote" params={{ id: group.id, vote: version.proposal_id }}>
          {t("versions.vote")}
        </Link>
      )}
      {against !== undefined && (
        <Stack as="section" gap={3}>
          <SelectField
            label={t("versions.against")}
            value={String(against)}
            onChange={(value) => setAgainst(Number(value))}
            options={others.map((value) => ({ value: String(value), label: t("versions.one", { version: value }) }))}
          />
          <Difference group={group} one={number} other={against} />
        </Stack>
      )}
    </Stack>
  )
}

/** From the older of the two to the newer, however they were chosen. */
function Difference({ group, one, other }: { group: Group; one: number; other: number }) {
  const { t } = useTranslation("groups")
  const [was, becomes] = one < other ? [one, other] : [other, one]
  const changes = useQuery(differenceQuery(group.id, was, becomes))
  return (
    <Loaded query={changes} rows={1}>
      {(found) => (
        <>
          <Text tone="quiet">{t("versions.from_to", { was, becomes })}</Text>
          {found.length === 0 ? <Text>{t("versions.same")}</Text> : <Changes changes={found} currency={group.currency} />}
        </>
      )}
    </Loaded>
  )
}
