/** What waits for me about loans: to answer for one, or to pay mine. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Group } from "@/api/groups"
import { loanQuery } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { faceOf } from "../faces"
import { useDay } from "./loan-words"

export function LoanNeeds({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("loans")
  const day = useDay()
  const { guarantees, instalment } = group.needs
  if (guarantees.length === 0 && !instalment) return null
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("needs.title")}
      </Text>
      <ListCard>
        {instalment && (
          <li>
            <ListRow
              to={`/groups/${group.id}/loans/${instalment.loan}`}
              start={<ServiceIcon service="withdraw" sign={instalment.due.is_late ? "warn" : "calendar"} />}
              title={t(instalment.due.is_late ? "needs.late" : "needs.due")}
              second={t(instalment.due.is_late ? "due.was" : "due.by", {
                amount: formatMoney(instalment.due.amount, i18n.language, { trim: true }),
                day: day(instalment.due.due_on),
              })}
              end={<Icon name="next" size={20} />}
            />
          </li>
        )}
        {guarantees.map((loan) => (
          <li key={loan}>
            <Asked group={group.id} id={loan} />
          </li>
        ))}
      </ListCard>
    </Stack>
  )
}

function Asked({ group, id }: { group: string; id: string }) {
  const { t, i18n } = useTranslation("loans")
  const loan = useQuery(loanQuery(group, id)).data
  const person = faceOf(loan?.person ?? null)
  const isCalled = loan?.guarantees.some((each) => each.is_mine && each.status === "called")
  const amount = loan ? formatMoney(loan.principal, i18n.language, { trim: true }) : "…"
  return (
    <ListRow
      to={`/groups/${group}/loans/${id}`}
      start={<PersonAvatar person={person} />}
      title={t(isCalled ? "needs.pay_for" : "needs.answer", { name: person.name })}
      second={t("needs.answer_for", { amount })}
      end={<Icon name="next" size={20} />}
    />
  )
}
