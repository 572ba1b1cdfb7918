/** Other rules for a group: what is chosen here is put to a vote. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, propose, rulesOf, type Constitution, type Group } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { EditPlans } from "../dues/EditPlans"
import { Loaded } from "../Loaded"
import { EditProducts } from "../loans/EditProducts"
import { draftOf, rulesFrom, type RulesDraft } from "./draft"
import { EditSteps } from "./EditSteps"
import { EditVote } from "./EditVote"

export function ChangeRulesScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={t("rules.change")} intro={t("rules.change_intro")} back={`/groups/${id}/rules`}>
      <Loaded query={group}>{(data) => <Changing group={data} />}</Loaded>
    </Screen>
  )
}

function Changing({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { currency } = group
  const was = rulesOf(group)
  const [draft, setDraft] = useState(() => draftOf(was, currency))
  const [reason, setReason] = useState("")
  const set = (change: Partial<RulesDraft>) => setDraft((before) => ({ ...before, ...change }))
  const asking = useMutation({
    mutationFn: (constitution: Constitution) =>
      propose(group.id, { kind: "constitution", constitution, reason: reason.trim() }),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id }, replace: true }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const becomes = rulesFrom(draft, was, currency)
  const isReady = becomes !== null && JSON.stringify(becomes) !== JSON.stringify(was)
  return (
    <Form
      onSubmit={() => {
        if (isReady && !asking.isPending) asking.mutate(becomes)
      }}
    >
      <EditVote draft={draft} currency={currency} set={set} />
      <EditPlans drafts={draft.dues} currency={currency} onChange={(dues) => set({ dues })} />
      <EditProducts drafts={draft.loans} currency={currency} onChange={(loans) => set({ loans })} />
      <EditSteps draft={draft} currency={currency} set={set} />
      <Field label={t("propose.reason")} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ProblemNote error={asking.error} />
      <Button size="large" type="submit" disabled={!isReady} loading={asking.isPending}>
        {t("propose.go")}
      </Button>
    </Form>
  )
}
