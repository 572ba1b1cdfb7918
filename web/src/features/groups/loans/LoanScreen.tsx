/** One loan: what is left, what comes next, who answers for it, its schedule, what was paid. */
import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, type Group } from "@/api/groups"
import { loanQuery, type Loan } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PersonHead } from "@/ui/people/PersonHead"
import { AmountText } from "@/ui/money/AmountText"
import { faceOf } from "../faces"
import { Loaded } from "../Loaded"
import { ChangeLoan } from "./ChangeLoan"
import { GuaranteeCard } from "./GuaranteeCard"
import { Guarantees } from "./Guarantees"
import { LoanState } from "./LoanState"
import { Repayments } from "./Repayments"
import { RepaySheet } from "./RepaySheet"
import { Steps } from "./Steps"
import { Schedule, Terms } from "./Terms"
import { useDay } from "./loan-words"

export function LoanScreen({ id, loan: loanId }: { id: string; loan: string }) {
  const { t, i18n } = useTranslation("loans")
  const group = useQuery(groupQuery(id))
  const loan = useQuery(loanQuery(id, loanId))
  const { data } = loan
  const title = data && t("one.title", { amount: formatMoney(data.principal, i18n.language, { trim: true }) })
  return (
    <Screen title={title ?? t("one.loan")} intro={group.data?.name} back={`/groups/${id}/loans`}>
      <Loaded query={loan}>{(found) => group.data && <Whole group={group.data} loan={found} />}</Loaded>
    </Screen>
  )
}

interface Props {
  group: Group
  loan: Loan
}

function Whole({ group, loan }: Props) {
  const { t } = useTranslation("loans")
  const isLent = loan.disbursed_at !== null
  const waitsForMe = loan.status === "asked" && loan.guarantees.some((each) => each.is_mine && each.status === "asked")
  return (
    <Stack gap={5}>
      <div>
        <LoanState status={loan.status} isLate={loan.due?.is_late} chip />
      </div>
      {waitsForMe && <GuaranteeCard group={group} loan={loan} />}
      {isLent && loan.due && <Owed group={group} loan={loan} />}
      <Card>
        <Stack gap={2}>
          <PersonHead flat person={faceOf(loan.person)} lead={loan.is_mine ? t("one.mine") : t("one.borrower")} />
          <About loan={loan} />
        </Stack>
      </Card>
      {loan.status === "voting" && loan.proposal_id && (
        <Button variant="outlined" component={Link} {...{ to: `/groups/${group.id}/votes/${loan.proposal_id}` }}>
          {t("one.vote")}
        </Button>
      )}
      {loan.guarantees.length > 0 && <Guarantees group={group} loan={loan} />}
      <Stack as="section" gap={3}>
        <Text as="h2" size="title">
          {t("terms.title")}
        </Text>
        <Terms cost={loan.cost} rows={loan.rows} period={loan.period} count={loan.count} />
        <Schedule rows={loan.rows} open={isLent && loan.rows.length <= 12} />
        {!isLent && (
          <Text size="small" tone="quiet">
            {t("terms.if_today")}
          </Text>
        )}
      </Stack>
      {isLent && <Steps group={group.id} loan={loan} />}
      <ChangeLoan group={group} loan={loan} />
      {isLent && <Repayments group={group.id} loan={loan} />}
    </Stack>
  )
}

function Owed({ group, loan }: Props) {
  const { t, i18n } = useTranslation("loans")
  const day = useDay()
  const [isPaying, setPaying] = useState(false)
  const { due } = loan
  if (!due) return null
  const words = { amount: formatMoney(due.amount, i18n.language, { trim: true }), day: day(due.due_on) }
  return (
    <Card>
      <Stack gap={4}>
        <Stack gap={1}>
          <Text tone="quiet">{t("one.left")}</Text>
          <AmountText amount={loan.outstanding} size="xl" />
        </Stack>
        <Text tone={due.is_late ? "bad" : "ink"} bold role="status">
          {t(due.is_late ? "due.was" : "due.by", words)}
        </Text>
        <Text size="small" tone="quiet">
          {t("one.payoff", { amount: formatMoney(loan.payoff, i18n.language, { trim: true }) })}
        </Text>
        {loan.may_repay && (
          <Button size="large" onClick={() => setPaying(true)}>
            {t("one.repay")}
          </Button>
        )}
      </Stack>
      <RepaySheet group={group} loan={loan} open={isPaying} onClose={() => setPaying(false)} />
    </Card>
  )
}

function About({ loan }: { loan: Loan }) {
  const { t, i18n } = useTranslation("loans")
  const moment = (at: string) => formatMoment(at, i18n.language)
  return (
    <Facts>
      <Fact name={t("one.purpose")}>{loan.purpose}</Fact>
      <Fact name={t("one.product")}>{loan.product_name}</Fact>
      <Fact name={t("one.asked")}>{moment(loan.asked_at)}</Fact>
      {loan.disbursed_at && <Fact name={t("one.paid_out")}>{moment(loan.disbursed_at)}</Fact>}
      {loan.ended_at && <Fact name={t("one.ended")}>{moment(loan.ended_at)}</Fact>}
    </Facts>
  )
}
