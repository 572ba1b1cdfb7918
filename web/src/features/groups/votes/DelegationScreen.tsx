/** My vote in another's hands for a while, and the votes that are in mine. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { delegate, delegationsQuery, endDelegation, type Delegation } from "@/api/delegations"
import { groupQuery, may, membersQuery, rulesOf, type Group } from "@/api/groups"
import { formatMoment } from "@/lib/time"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Card, ListCard } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PersonHead } from "@/ui/people/PersonHead"
import { PersonRow } from "@/ui/people/PersonRow"
import { dayChoices, untilOf } from "./delegation-days"
import { faceOf } from "../faces"
import { Loaded } from "../Loaded"

export function DelegationScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const found = useQuery(delegationsQuery(id))
  return (
    <Screen title={t("delegation.title")} intro={t("delegation.intro")} back={`/groups/${id}/votes`}>
      <Loaded query={group}>
        {(data) => <Loaded query={found}>{(given) => <Votes group={data} given={given} />}</Loaded>}
      </Loaded>
    </Screen>
  )
}

function Votes({ group, given }: { group: Group; given: Delegation[] }) {
  const { t, i18n } = useTranslation("groups")
  const mine = given.find((each) => each.is_mine)
  const held = given.filter((each) => !each.is_mine)
  const mayGive = may(group, "vote") && group.me.has_voice && rulesOf(group).vote.delegations > 0
  if (!mine && !mayGive && held.length === 0)
    return <EmptyState picture="people" title={t("delegation.never")} body={t("delegation.never_body")} />
  return (
    <Stack gap={6}>
      {mine ? <Mine group={group} mine={mine} /> : mayGive && <Give group={group} />}
      <Stack as="section" gap={3}>
        <Text as="h2" size="title">
          {t("delegation.held")}
        </Text>
        {held.length === 0 ? (
          <Text tone="quiet">{t("delegation.none")}</Text>
        ) : (
          <ListCard>
            {held.map(({ id, giver, until }) => (
              <li key={id}>
                <PersonRow
                  person={faceOf(giver)}
                  second={t("delegation.until", { moment: formatMoment(until, i18n.language) })}
                />
              </li>
            ))}
          </ListCard>
        )}
      </Stack>
    </Stack>
  )
}

function Mine({ group, mine }: { group: Group; mine: Delegation }) {
  const { t, i18n } = useTranslation("groups")
  const cache = useQueryClient()
  const ending = useMutation({
    mutationFn: () => endDelegation(group.id),
    onSuccess: () => toast({ text: t("delegation.ended"), tone: "good" }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <Card>
      <Stack gap={4}>
        <PersonHead flat person={faceOf(mine.taker)} lead={t("delegation.mine")} />
        <Text>{t("delegation.until", { moment: formatMoment(mine.until, i18n.language) })}</Text>
        <Text size="small" tone="quiet">
          {t("delegation.own")}
        </Text>
        <ProblemNote error={ending.error} />
        <Button variant="outlined" color="error" loading={ending.isPending} onClick={() => ending.mutate()}>
          {t("delegation.end")}
        </Button>
      </Stack>
    </Card>
  )
}

function Give({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const members = useInfiniteQuery(membersQuery(group.id, "active"))
  const choices = dayChoices(rulesOf(group).vote.delegation_days)
  const [member, setMember] = useState("")
  const [days, setDays] = useState(choices[0] ?? 1)
  const giving = useMutation({
    mutationFn: () => delegate(group.id, { member, until: untilOf(days, new Date()) }),
    onSuccess: () => toast({ text: t("delegation.given"), tone: "good" }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const others = (members.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((each) => each.has_voice && each.id !== group.me.id && each.person !== null)
  return (
    <Card>
      <Form
        onSubmit={() => {
          if (member && !giving.isPending) giving.mutate()
        }}
      >
        <SelectField
          label={t("delegation.whom")}
          value={member}
          onChange={setMember}
          options={[
            { value: "", label: t("delegation.choose") },
            ...others.map(({ id, person }) => ({ value: id, label: faceOf(person).name })),
          ]}
        />
        <SelectField
          label={t("delegation.how_long")}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          options={choices.map((value) => ({ value: String(value), label: t("unit.days", { count: value }) }))}
        />
        <Text size="small" tone="quiet">
          {t("delegation.means")}
        </Text>
        <ProblemNote error={giving.error} />
        <Button size="large" type="submit" disabled={!member} loading={giving.isPending}>
          {t("delegation.give")}
        </Button>
      </Form>
    </Card>
  )
}
