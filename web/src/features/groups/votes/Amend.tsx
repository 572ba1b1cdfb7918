/** Another amount or payee for what was asked: its votes are cleared, and it is voted on anew. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { amend, membersQuery, type Group, type Vote } from "@/api/groups"
import { decimal, formatMoney, parseAmount, symbolOf, typeAmount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"

interface Props {
  vote: Vote
  group: Group
}

export function Amend({ vote, group }: Props) {
  const { t } = useTranslation("groups")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t("amend.go")}
      </Button>
      {isOpen && <Other vote={vote} group={group} onClose={() => setOpen(false)} />}
    </>
  )
}

function Other({ vote, group, onClose }: Props & { onClose: () => void }) {
  const { t, i18n } = useTranslation("groups")
  const cache = useQueryClient()
  const members = useInfiniteQuery(membersQuery(group.id, "active"))
  const [typed, setTyped] = useState(() => (vote.amount ? decimal(vote.amount).replace(/\.0+$/, "") : ""))
  const [payee, setPayee] = useState(vote.payee?.id ?? "")
  const changing = useMutation({
    mutationFn: (what: Parameters<typeof amend>[2]) => amend(group.id, vote.id, what),
    onSuccess: () => {
      toast({ text: t("amend.done"), tone: "good" })
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const amount = parseAmount(typed, group.currency)
  const { available } = group.pot
  const isShort = amount !== null && amount.minor > available.minor
  const isSame = amount?.minor === vote.amount?.minor && payee === vote.payee?.id
  const isReady = amount !== null && !isShort && payee !== "" && !isSame
  const people = (members.data?.pages ?? []).flatMap((page) => page.items)
  const options = people.flatMap(({ id, person }) =>
    person ? [{ value: person.id, label: id === group.me.id ? t("propose.me", person) : person.name }] : [],
  )
  return (
    <Sheet open title={t("amend.title")} onClose={onClose}>
      <Form
        onSubmit={() => {
          if (isReady && !changing.isPending) changing.mutate({ amount, payee })
        }}
      >
        <Field
          label={t("propose.how_much")}
          inputMode="decimal"
          autoComplete="off"
          start={<span style={{ paddingInlineStart: 14 }}>{symbolOf(group.currency, i18n.language)}</span>}
          error={
            isShort ? t("propose.short", { amount: formatMoney(available, i18n.language, { trim: true }) }) : undefined
          }
          value={typed}
          onChange={(event) => setTyped((before) => typeAmount(event.target.value, group.currency) ?? before)}
        />
        <SelectField label={t("propose.payee")} value={payee} onChange={setPayee} options={options} />
        <Text tone="warn">{t("amend.means")}</Text>
        <ProblemNote error={changing.error} />
        <Button size="large" type="submit" disabled={!isReady} loading={changing.isPending}>
          {t("amend.ask")}
        </Button>
      </Form>
    </Sheet>
  )
}
