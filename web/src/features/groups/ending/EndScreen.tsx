/** Ask the group to end: who would get what, and why. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { RULES, splitQuery, type SplitRule } from "@/api/endings"
import { groupQuery, may, propose, rulesOf, type Group } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { Loaded } from "../Loaded"
import { NotHere } from "../NotHere"
import { Shares } from "./Shares"

export function EndScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  if (group.data && !may(group.data, "propose")) return <NotHere id={id} />
  return (
    <Screen title={t("end.title")} intro={group.data?.name} back={`/groups/${id}/rules`}>
      <Loaded query={group} rows={3}>
        {(data) => <Asking group={data} />}
      </Loaded>
    </Screen>
  )
}

function Asking({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [rule, setRule] = useState<SplitRule>("net")
  const [reason, setReason] = useState("")
  const split = useInfiniteQuery(splitQuery(group.id, rule))
  const hindrances = split.data?.pages[0]?.hindrances
  const asking = useMutation({
    mutationFn: (what: Parameters<typeof propose>[1]) => propose(group.id, what),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id }, replace: true }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const isReady = hindrances?.length === 0 && reason.trim() !== ""
  const go = () => {
    if (isReady && !asking.isPending) asking.mutate({ kind: "dissolve", split: rule, reason: reason.trim() })
  }
  const { vote } = rulesOf(group)
  return (
    <Form onSubmit={go}>
      <Text>{t("end.means")}</Text>
      {hindrances?.map((what) => (
        <Text key={what} tone="warn" bold role="status">
          {t(`end.hindrance.${what}`)}
        </Text>
      ))}
      <SelectField
        label={t("end.how")}
        hint={t(`end.rule_hint.${rule}`)}
        value={rule}
        onChange={(value) => setRule(RULES.find((known) => known === value) ?? "net")}
        options={RULES.map((value) => ({ value, label: t(`end.rule.${value}`) }))}
      />
      <Shares group={group.id} rule={rule} />
      <Field
        label={t("end.why")}
        hint={t("propose.reason_hint")}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Text size="small" tone="quiet">
        {t("end.needs", { percent: Math.max(vote.percent, vote.weighty_percent) })}
      </Text>
      <ProblemNote error={asking.error} money="no" />
      <Button size="large" type="submit" disabled={!isReady} loading={asking.isPending}>
        {t("end.go")}
      </Button>
    </Form>
  )
}
