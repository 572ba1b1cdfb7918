/** What the wallet held at the end of a day. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { balanceAtQuery } from "@/api/wallets"
import { formatMoney } from "@/lib/money"
import { dayOf, dayStart, nextDay } from "@/lib/time"
import { Field } from "@/ui/fields/Field"

const DAY = /^\d{4}-\d\d-\d\d$/

export function BalanceOnDay({ wallet }: { wallet: string }) {
  const { t, i18n } = useTranslation("wallets")
  const [day, setDay] = useState("")
  const at = DAY.test(day) ? dayStart(nextDay(day)).toISOString() : null
  const balance = useQuery(balanceAtQuery(wallet, at))
  const hint = balance.data
    ? t("statement.held", { amount: formatMoney(balance.data.balance, i18n.language) })
    : t("statement.day_hint")
  return (
    <Field
      type="date"
      label={t("statement.day")}
      hint={hint}
      error={balance.isError ? t("statement.day_failed") : null}
      max={dayOf(new Date())}
      value={day}
      onChange={(event) => setDay(event.target.value)}
    />
  )
}
