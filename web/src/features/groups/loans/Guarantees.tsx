/** Who answers for a loan; its borrower asks one more, or takes the question back. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { membersQuery, type Group } from "@/api/groups"
import { askGuarantor, cancelLoan, type Guarantee, type Loan } from "@/api/loans"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Mark, type Look } from "@/ui/layout/Mark"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { Sheet } from "@/ui/sheet/Sheet"
import { faceOf } from "../faces"
import { guarantorsAmong } from "./AskLoan"

const LOOKS: Record<Guarantee["status"], Look> = {
  asked: { icon: "clock", colour: "warning-main" },
  agreed: { icon: "check", colour: "success-main" },
  declined: { icon: "close", colour: "error-main" },
  released: { icon: "check", colour: "text-secondary" },
  called: { icon: "warn", colour: "error-main" },
}

interface Props {
  group: Group
  loan: Loan
}

export function Guarantees({ group, loan }: Props) {
  const { t } = useTranslation("loans")
  const agreed = loan.guarantees.filter((each) => each.status === "agreed").length
  const isWaiting = loan.status === "asked"
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("guarantors.title")}
      </Text>
      {isWaiting && (
        <Text tone="quiet" role="status">
          {t("guarantors.so_far", { agreed, count: Math.max(1, loan.guarantors_needed) })}
        </Text>
      )}
      <ListCard>
        {loan.guarantees.map((each) => (
          <li key={each.member_id}>
            <ListRow
              start={<PersonAvatar person={faceOf(each.person)} />}
              title={faceOf(each.person).name}
              second={<Mark look={LOOKS[each.status]}>{t(`guarantors.${each.status}`)}</Mark>}
            />
          </li>
        ))}
      </ListCard>
      {isWaiting && loan.is_mine && <Mine group={group} loan={loan} />}
    </Stack>
  )
}

function Mine({ group, loan }: Props) {
  const { t } = useTranslation("loans")
  const cache = useQueryClient()
  const [isMore, setMore] = useState(false)
  const [isEnding, setEnding] = useState(false)
  const ending = useMutation({
    mutationFn: () => cancelLoan(group.id, loan.id),
    onSuccess: () => setEnding(false),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <Stack row gap={3} wrap>
      <Button variant="outlined" onClick={() => setMore(true)}>
        {t("guarantors.more")}
      </Button>
      <Button variant="text" color="error" onClick={() => setEnding(true)}>
        {t("back.go")}
      </Button>
      {isMore && <OneMore group={group} loan={loan} onClose={() => setMore(false)} />}
      <ConfirmSheet
        open={isEnding}
        title={t("back.title")}
        body={t("back.body")}
        confirm={t("back.go")}
        tone="danger"
        busy={ending.isPending}
        error={ending.error}
        onConfirm={() => ending.mutate()}
        onClose={() => setEnding(false)}
      />
    </Stack>
  )
}

function OneMore({ group, loan, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation("loans")
  const cache = useQueryClient()
  const members = useInfiniteQuery(membersQuery(group.id, "active"))
  const asked = new Set(loan.guarantees.map((each) => each.member_id))
  const all = members.data?.pages.flatMap((page) => page.items) ?? []
  const people = guarantorsAmong(all, group).filter((member) => !asked.has(member.id))
  const [chosen, setChosen] = useState<string | null>(null)
  const member = chosen ?? people[0]?.id
  const asking = useMutation({
    mutationFn: (id: string) => askGuarantor(group.id, loan.id, id),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <Sheet open title={t("guarantors.more")} onClose={onClose}>
      {member ? (
        <Stack gap={4}>
          <SelectField
            label={t("guarantors.who")}
            value={member}
            onChange={setChosen}
            options={people.map(({ id, person }) => ({ value: id, label: faceOf(person).name }))}
          />
          <ProblemNote error={asking.error} />
          <Button size="large" loading={asking.isPending} onClick={() => asking.mutate(member)}>
            {t("guarantors.ask")}
          </Button>
        </Stack>
      ) : (
        <Text tone="quiet">{t("guarantors.nobody")}</Text>
      )}
    </Sheet>
  )
}
