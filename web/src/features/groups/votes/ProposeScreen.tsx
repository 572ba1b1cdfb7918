/** Ask the group to pay out of the pot. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, membersQuery, propose, rulesOf, type Group } from "@/api/groups"
import { formatMoney, parseAmount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { AmountPad } from "@/ui/money/AmountPad"
import { Loaded } from "../Loaded"
import { WhereTo } from "./WhereTo"

export function ProposeScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={t("propose.title")} intro={group.data?.name} back={`/groups/${id}`}>
      <Loaded query={group} rows={1}>
        {(data) => <Asking group={data} />}
      </Loaded>
    </Screen>
  )
}

function Asking({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const members = useInfiniteQuery(membersQuery(group.id, "active"))
  const [typed, setTyped] = useState("")
  const [reason, setReason] = useState("")
  const [chosen, setChosen] = useState<string | null>(null)
  const [account, setAccount] = useState("")
  const amount = parseAmount(typed, group.currency)
  const available = group.pot.available
  const isShort = amount !== null && amount.minor > available.minor
  const asking = useMutation({
    mutationFn: (what: Parameters<typeof propose>[1]) => propose(group.id, what),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id }, replace: true }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const people = members.data?.pages.flatMap((page) => page.items) ?? []
  const mine = people.find((member) => member.id === group.me.id)?.person?.id
  const payee = chosen ?? mine
  const isMine = payee !== undefined && payee === mine
  const isReady = amount !== null && !isShort && reason.trim() !== "" && payee !== undefined
  const go = () => {
    if (!isReady || asking.isPending) return
    const on = isMine && account ? { destination: account } : {}
    asking.mutate({ kind: "withdraw", amount, payee, reason: reason.trim(), ...on })
  }
  const inPot = formatMoney(available, i18n.language, { trim: true })
  return (
    <Form onSubmit={go}>
      <AmountPad
        label={t("propose.how_much")}
        value={typed}
        onChange={setTyped}
        currency={group.currency}
        error={isShort ? t("propose.short", { amount: inPot }) : null}
        hint={t("propose.in_pot", { amount: inPot })}
      />
      <SelectField
        label={t("propose.payee")}
        value={payee ?? ""}
        onChange={setChosen}
        options={people.flatMap(({ id, person }) =>
          person ? [{ value: person.id, label: id === group.me.id ? t("propose.me", person) : person.name }] : [],
        )}
      />
      {isMine && <WhereTo value={account} onChange={setAccount} />}
      <Field
        label={t("propose.reason")}
        hint={t("propose.reason_hint")}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Text size="small" tone="quiet">
        {t("propose.how", { percent: rulesOf(group).vote.percent })}
      </Text>
      <ProblemNote error={asking.error} money="no" />
      <Button size="large" type="submit" disabled={!isReady} loading={asking.isPending}>
        {t("propose.go")}
      </Button>
    </Form>
  )
}
