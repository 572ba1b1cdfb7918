/** Ask somebody for money: how much, what for, until when. */
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { payeeQuery, type Person } from "@/api/payees"
import { useGive } from "@/api/use-order"
import { formatMoney, type Amount } from "@/lib/money"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { AmountForm } from "@/ui/money/AmountForm"
import { PersonHead } from "@/ui/people/PersonHead"

const TERMS = [1, 7, 30] as const
const USUAL_TERM = 7

export default function AskScreen() {
  const { t } = useTranslation("requests")
  const { payee: id } = useParams({ from: "/inside/request/$payee" })
  const payee = useQuery(payeeQuery(id))
  return (
    <Screen title={t("ask.title")} hideTitle back={true}>
      {payee.data ? (
        <Asking payer={payee.data} />
      ) : payee.error ? (
        <ErrorState error={payee.error} money="no" onRetry={() => void payee.refetch()} />
      ) : (
        <RowsSkeleton rows={1} />
      )}
    </Screen>
  )
}

function Asking({ payer }: { payer: Person }) {
  const { t, i18n } = useTranslation("requests")
  const [days, setDays] = useState<number>(USUAL_TERM)
  const { give, isBusy, problem } = useGive()
  const order = (amount: Amount, note: string) => {
    const body = { payer: payer.id, amount, expires_in_days: days, ...(note && { note }) }
    void give({ kind: "ask", body, label: { name: payer.name, amount } })
  }
  const button = (amount: Amount | null) =>
    amount
      ? t("ask.submit", {
          amount: formatMoney(amount, i18n.language, { trim: true }),
          name: payer.name,
        })
      : t("ask.submit_empty")
  return (
    <>
      <PersonHead flat lead={t("ask.from")} person={payer} />
      <AmountForm label={t("ask.label")} noted submit={button} busy={isBusy} onSubmit={order}>
        <Pills role="group" aria-label={t("ask.term")} style={{ justifyContent: "center" }}>
          {TERMS.map((term) => (
            <Pill key={term} type="button" aria-pressed={days === term} onClick={() => setDays(term)}>
              {t("ask.days", { count: term })}
            </Pill>
          ))}
        </Pills>
        <ProblemNote error={problem} money="no" />
      </AmountForm>
    </>
  )
}
