/** Other rules for a group: what is chosen here is put to a vote. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ADMISSIONS, groupQuery, propose, rulesOf, type Admission, type Constitution, type Group } from "@/api/groups"
import { decimal, formatNumber, parseAmount, symbolOf, typeAmount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { EditPlans } from "./dues/EditPlans"
import { draftOf, plansOf } from "./dues/plan-draft"
import { Loaded } from "./Loaded"

const PERCENTS = [51, 60, 67, 75, 100]
const HOURS = [24, 48, 72, 120, 168, 336]

export function ChangeRulesScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={t("rules.change")} intro={t("rules.change_intro")} back={`/groups/${id}/rules`}>
      <Loaded query={group}>{(data) => <Changing group={data} />}</Loaded>
    </Screen>
  )
}

/** The choices with the one that stands now among them. */
function withCurrent(choices: number[], current: number): number[] {
  return [...new Set([...choices, current])].sort((one, other) => one - other)
}

function Changing({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const was = rulesOf(group)
  const [vote, setVote] = useState(was.vote)
  const [admission, setAdmission] = useState<Admission>(was.admission)
  const pinFrom = decimal({ minor: was.vote.second_factor_minor, currency: group.currency }).replace(/\.0+$/, "")
  const [pin, setPin] = useState(pinFrom)
  const [dues, setDues] = useState(() => was.dues.map((plan) => draftOf(plan, group.currency)))
  const [reason, setReason] = useState("")
  const asking = useMutation({
    mutationFn: (constitution: Constitution) =>
      propose(group.id, { kind: "constitution", constitution, reason: reason.trim() }),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id }, replace: true }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const second_factor_minor = parseAmount(pin, group.currency)?.minor ?? 0
  const plans = plansOf(dues, group.currency)
  const becomes: Constitution = { ...was, admission, vote: { ...vote, second_factor_minor }, dues: plans ?? was.dues }
  const isSame = JSON.stringify(becomes) === JSON.stringify(was)
  const isReady = plans !== null && !isSame
  const percents = (current: number) =>
    withCurrent(PERCENTS, current).map((value) => ({
      value: String(value),
      label: t("unit.percent", { value: formatNumber(value, i18n.language) }),
    }))
  return (
    <Form
      onSubmit={() => {
        if (isReady && !asking.isPending) asking.mutate(becomes)
      }}
    >
      <SelectField
        label={t("setting.vote_percent")}
        value={String(vote.percent)}
        onChange={(value) => setVote({ ...vote, percent: Number(value) })}
        options={percents(was.vote.percent)}
      />
      <SelectField
        label={t("setting.vote_weighty_percent")}
        value={String(vote.weighty_percent)}
        onChange={(value) => setVote({ ...vote, weighty_percent: Number(value) })}
        options={percents(was.vote.weighty_percent)}
      />
      <SelectField
        label={t("setting.vote_open_hours")}
        value={String(vote.open_hours)}
        onChange={(value) => setVote({ ...vote, open_hours: Number(value) })}
        options={withCurrent(HOURS, was.vote.open_hours).map((value) => ({
          value: String(value),
          label: value % 24 === 0 ? t("unit.days", { count: value / 24 }) : t("unit.hours", { count: value }),
        }))}
      />
      <Field
        label={t("setting.vote_second_factor_minor")}
        inputMode="decimal"
        autoComplete="off"
        start={<span style={{ paddingInlineStart: 14 }}>{symbolOf(group.currency, i18n.language)}</span>}
        value={pin}
        onChange={(event) => setPin((before) => typeAmount(event.target.value, group.currency) ?? before)}
      />
      <SelectField
        label={t("setting.admission")}
        value={admission}
        onChange={(value) => setAdmission(ADMISSIONS.find((known) => known === value) ?? admission)}
        options={ADMISSIONS.map((value) => ({ value, label: t(`admission.${value}`) }))}
      />
      <EditPlans drafts={dues} currency={group.currency} onChange={setDues} />
      <Field label={t("propose.reason")} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ProblemNote error={asking.error} />
      <Button size="large" type="submit" disabled={!isReady} loading={asking.isPending}>
        {t("propose.go")}
      </Button>
    </Form>
  )
}
