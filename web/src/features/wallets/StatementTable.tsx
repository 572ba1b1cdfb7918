/** Movements as a table: on a phone each is two lines, on a desk one row. */
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { StatementLine } from "@/api/types"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { MovementLine, MovementTable } from "@/ui/money/MovementTable"

const KINDS = ["send", "request", "top_up", "withdrawal", "refund", "pot_in", "pot_out", "link"] as const

export function StatementTable({ lines }: { lines: StatementLine[] }) {
  const { t } = useTranslation("wallets")
  const heads = { what: t("statement.what"), amount: t("statement.amount"), after: t("statement.after") }
  return (
    <MovementTable caption={t("statement.title")} heads={heads}>
      {lines.map((line) => (
        <Row key={line.entry_id} line={line} />
      ))}
    </MovementTable>
  )
}

function Row({ line }: { line: StatementLine }) {
  const { t, i18n } = useTranslation(["wallets", "app"])
  const { kind, amount, payment_id, recorded_at, balance_after } = line
  const direction = amount.minor < 0 ? "out" : "in"
  const known = KINDS.find((name) => name === kind)
  const what = known ? t(`app:kind.${known}_${direction}`) : t("statement.other")
  const inside = (
    <>
      <span className="kind">{what}</span>
      <span className="small tabular">{formatMoment(recorded_at, i18n.language)}</span>
    </>
  )
  return (
    <MovementLine
      what={
        payment_id ? (
          <Link to="/payments/$id" params={{ id: payment_id }}>
            {inside}
          </Link>
        ) : (
          <span className="what">{inside}</span>
        )
      }
      amount={amount}
      balance={balance_after}
      left={t("statement.left", { amount: formatMoney(balance_after, i18n.language) })}
    />
  )
}
