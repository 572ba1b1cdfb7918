/** A loan in a list: who, how it stands, what is left. */
import { useTranslation } from "react-i18next"
import type { LoanRow } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { faceOf } from "../faces"
import { LoanState } from "./LoanState"
import { useDay } from "./loan-words"

export function LoanRowItem({ group, loan }: { group: string; loan: LoanRow }) {
  const { t, i18n } = useTranslation("loans")
  const day = useDay()
  const person = faceOf(loan.person)
  const { due } = loan
  const isLent = loan.disbursed_at !== null
  return (
    <ListRow
      to={`/groups/${group}/loans/${loan.id}`}
      start={<PersonAvatar person={person} />}
      title={loan.is_mine ? t("list.me", person) : person.name}
      second={
        <>
          {loan.purpose}
          <span style={{ display: "block" }}>
            <LoanState status={loan.status} isLate={due?.is_late} />
          </span>
          {due && (
            <span style={{ display: "block" }} className="tabular">
              {t(due.is_late ? "due.was" : "due.by", {
                amount: formatMoney(due.amount, i18n.language, { trim: true }),
                day: day(due.due_on),
              })}
            </span>
          )}
        </>
      }
      end={
        <>
          <AmountText amount={isLent ? loan.outstanding : loan.principal} size="s" trim />
          {isLent && (
            <Text as="span" size="tiny" tone="quiet">
              {t("list.of", { amount: formatMoney(loan.principal, i18n.language, { trim: true }) })}
            </Text>
          )}
        </>
      }
    />
  )
}
