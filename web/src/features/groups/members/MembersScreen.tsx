/** Who is in the group, as what, and with how much; roles and removals are put to a vote. */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, may, membersQuery, ROLES, type Group, type Member, type Role } from "@/api/groups"
import { useSettled } from "@/lib/settled"
import { SearchField } from "@/ui/fields/SearchField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { PersonRow } from "@/ui/people/PersonRow"
import { Asking } from "./Asking"
import { faceOf } from "../faces"
import { Loaded, LoadedList } from "../Loaded"
import { MemberSheet } from "./MemberSheet"

const SETTLE_MS = 350

export function MembersScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const invite = group.data && may(group.data, "invite") && (
    <Button component={Link} {...{ to: `/groups/${id}/invite` }} startIcon={<Icon name="add" />}>
      {t("home.invite")}
    </Button>
  )
  return (
    <Screen
      title={t("home.members")}
      intro={group.data && t("members.count", { count: group.data.members })}
      back={`/groups/${id}`}
      width="middle"
      actions={invite}
    >
      <Loaded query={group}>
        {(data) => (
          <>
            {may(data, "answer_joins") && <Asking group={data} />}
            <People group={data} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function People({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const [typed, setTyped] = useState("")
  const [role, setRole] = useState<Role | null>(null)
  const text = useSettled(typed.trim(), SETTLE_MS)
  const isSought = text !== "" || role !== null
  const members = useInfiniteQuery({
    ...membersQuery(group.id, "active", { ...(text && { text }), ...(role && { role }) }),
    placeholderData: keepPreviousData,
  })
  const [chosen, setChosen] = useState<Member | null>(null)
  const mayAsk = may(group, "propose")
  const shown = ({ id, person }: Member) => {
    const face = faceOf(person)
    return id === group.me.id ? { ...face, name: t("propose.me", { name: face.name }) } : face
  }
  return (
    <>
      <Stack gap={3}>
        <SearchField
          label={t("members.search")}
          clear={t("members.clear")}
          value={typed}
          onChange={setTyped}
        />
        <Pills role="group" aria-label={t("members.role")}>
          {ROLES.map((each) => (
            <Pill
              key={each}
              type="button"
              aria-pressed={each === role}
              onClick={() => setRole(each === role ? null : each)}
            >
              {t(`role.${each}`)}
            </Pill>
          ))}
        </Pills>
      </Stack>
      <LoadedList query={members} empty={<Text tone="quiet">{t(isSought ? "members.none_found" : "members.none")}</Text>}>
        {(items) => (
          <ListCard>
            {items.map((member) => (
              <li key={member.id}>
                <PersonRow
                  person={shown(member)}
                  second={t(`role.${member.role}`)}
                  end={<AmountText amount={member.saved} size="s" trim />}
                  onClick={mayAsk ? () => setChosen(member) : undefined}
                />
              </li>
            ))}
          </ListCard>
        )}
      </LoadedList>
      {mayAsk && (
        <Text size="small" tone="quiet">
          {t("members.hint")}
        </Text>
      )}
      {chosen && <MemberSheet group={group} member={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
