/** Ask the group for the loan: what for, and who answers for it. */
import { styled } from "@/ui/theme/styled"
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { membersQuery, rulesOf, type Group, type Member } from "@/api/groups"
import { askLoan, productsOf, type QuoteOrder } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { faceOf } from "../faces"

interface Props {
  group: Group
  wanted: QuoteOrder
  onBack: () => void
}

const MOST_NAMED = 10

export function AskLoan({ group, wanted, onBack }: Props) {
  const { t, i18n } = useTranslation("loans")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [purpose, setPurpose] = useState("")
  const [named, setNamed] = useState<string[]>([])
  const needed = productsOf(group).find((each) => each.key === wanted.product)?.guarantors ?? 0
  const asking = useMutation({
    mutationFn: () => askLoan(group.id, { ...wanted, purpose: purpose.trim(), guarantors: named }),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/loans/$loan", params: { id: group.id, loan: id }, replace: true }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const isReady = purpose.trim() !== "" && named.length >= needed && named.length <= MOST_NAMED
  const amount = formatMoney(wanted.amount, i18n.language, { trim: true })
  const { percent } = rulesOf(group).vote
  return (
    <Screen title={t("ask.title", { amount })} intro={group.name} back={onBack}>
      <Form
        onSubmit={() => {
          if (isReady && !asking.isPending) asking.mutate()
        }}
      >
        <Field
          label={t("ask.purpose")}
          hint={t("ask.purpose_hint")}
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
        {needed > 0 && <Guarantors group={group} needed={needed} named={named} onChange={setNamed} />}
        <Text size="small" tone="quiet">
          {t(needed > 0 ? "ask.how_guaranteed" : "ask.how", { percent })}
        </Text>
        <ProblemNote error={asking.error} money="no" />
        <Button size="large" type="submit" disabled={!isReady} loading={asking.isPending}>
          {t("ask.go")}
        </Button>
      </Form>
    </Screen>
  )
}

const Choice = styled("label")({
  display: "flex",
  alignItems: "center",
  gap: 14,
  minHeight: 64,
  padding: "10px 16px",
  cursor: "pointer",
  "& input": { width: 24, height: 24, marginInlineStart: "auto", accentColor: "var(--batua-palette-primary-main)" },
  "&:focus-within": { outline: "3px solid var(--batua-palette-secondary-main)", outlineOffset: -3, borderRadius: 20 },
})

interface PickProps {
  group: Group
  needed: number
  named: string[]
  onChange: (named: string[]) => void
}

function Guarantors({ group, needed, named, onChange }: PickProps) {
  const { t } = useTranslation("loans")
  const members = useInfiniteQuery(membersQuery(group.id, "active"))
  const people = guarantorsAmong(members.data?.pages.flatMap((page) => page.items) ?? [], group)
  const toggle = (id: string) => onChange(named.includes(id) ? named.filter((each) => each !== id) : [...named, id])
  return (
    <Stack as="fieldset" gap={2} style={{ border: 0, padding: 0, margin: 0 }}>
      <Text as="legend" bold>
        {t("ask.guarantors", { count: needed })}
      </Text>
      <Text size="small" tone="quiet">
        {t("ask.guarantors_hint")}
      </Text>
      {people.length < needed && members.isSuccess && <Text tone="bad">{t("ask.too_few")}</Text>}
      {people.length > 0 && (
        <ListCard>
          {people.map(({ id, person }) => (
            <li key={id}>
              <Choice>
                <PersonAvatar person={faceOf(person)} />
                {faceOf(person).name}
                <input type="checkbox" checked={named.includes(id)} onChange={() => toggle(id)} />
              </Choice>
            </li>
          ))}
        </ListCard>
      )}
    </Stack>
  )
}

/** Viewers answer for nothing, and nobody for herself. */
export function guarantorsAmong(members: Member[], group: Group): Member[] {
  return members.filter((member) => member.id !== group.me.id && member.role !== "viewer")
}
