/** What a loan costs, the yearly rate first, and its instalments when they are asked for. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Instalment, Loan, Quote } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Icon } from "@/ui/icons/Icon"
import { Mark } from "@/ui/layout/Mark"
import { AmountText } from "@/ui/money/AmountText"
import { useDay, useInstalment, useRate } from "./loan-words"

interface Props {
  cost: Quote["cost"]
  rows: Instalment[]
  period: Loan["period"]
  count: number
}

/** The facts that whoever borrows, answers or votes should see. */
export function Terms({ cost, rows, period, count }: Props) {
  const { t, i18n } = useTranslation("loans")
  const rate = useRate()
  const instalment = useInstalment()
  const say = (amount: Quote["cost"]["fee"]) => formatMoney(amount, i18n.language, { trim: true })
  return (
    <Card style={{ paddingBlock: 4 }}>
      <Facts>
        <Fact name={t("terms.apr")}>{rate(cost.apr_bps)}</Fact>
        <Fact name={t(`terms.each_${period}`)}>
          <span className="tabular">{instalment(rows)}</span>
        </Fact>
        <Fact name={t("terms.how_long")}>{t(`terms.${period}`, { count })}</Fact>
        <Fact name={t("terms.interest")}>{say(cost.interest)}</Fact>
        {cost.fee.minor > 0 && <Fact name={t("terms.fee")}>{say(cost.fee)}</Fact>}
        <Fact name={t("terms.total")}>{say(cost.total)}</Fact>
      </Facts>
    </Card>
  )
}

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  "& th": { padding: "12px 16px", textAlign: "start", fontSize: "0.875rem", color: "var(--batua-palette-text-secondary)" },
  "& td": { padding: "10px 16px", verticalAlign: "top" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
  "& .figure": { textAlign: "end", whiteSpace: "nowrap" },
  "& .small": { display: "block", fontSize: "0.8125rem", color: "var(--batua-palette-text-secondary)" },
  "& .paid td": { background: "color-mix(in srgb, var(--batua-palette-success-main) 7%, transparent)" },
})
const Whole = styled("details")({
  "& summary": {
    display: "flex",
    alignItems: "center",
    gap: 10,
    minHeight: 56,
    padding: "12px 20px",
    fontWeight: 650,
    cursor: "pointer",
    listStyle: "none",
  },
  "& summary::-webkit-details-marker": { display: "none" },
  "& summary svg": { marginInlineStart: "auto" },
  "&[open] summary svg": { transform: "rotate(180deg)" },
})

export function Schedule({ rows, open }: { rows: Instalment[]; open?: boolean }) {
  const { t } = useTranslation("loans")
  return (
    <Card style={{ padding: 0, overflowX: "auto" }}>
      <Whole open={open}>
        <summary>
          {t("schedule.title", { count: rows.length })}
          <Icon name="down" size={20} />
        </summary>
        <Table>
          <caption className="hidden-text">{t("schedule.title", { count: rows.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("schedule.day")}</th>
              <th scope="col" className="figure">
                {t("schedule.amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.n} row={row} />
            ))}
          </tbody>
        </Table>
      </Whole>
    </Card>
  )
}

function Line({ row }: { row: Instalment }) {
  const { t, i18n } = useTranslation("loans")
  const day = useDay()
  const say = (amount: Instalment["fine"]) => formatMoney(amount, i18n.language, { trim: true })
  const parts = [
    t("schedule.principal", { amount: say(row.principal) }),
    t("schedule.interest", { amount: say(row.interest) }),
    ...(row.fee.minor > 0 ? [t("schedule.fee", { amount: say(row.fee) })] : []),
    ...(row.fine.minor > 0 ? [t("schedule.fine", { amount: say(row.fine) })] : []),
  ]
  return (
    <tr className={row.is_paid ? "paid" : undefined}>
      <td>
        {day(row.due_on)}
        <span className="small">{parts.join(" · ")}</span>
        {!row.is_paid && row.paid.minor > 0 && (
          <span className="small">{t("schedule.partly", { amount: say(row.paid) })}</span>
        )}
      </td>
      <td className="figure">
        <AmountText amount={row.total} size="s" />
        <span className="small">
          {row.is_paid && <Mark look={{ icon: "check", colour: "success-main" }}>{t("schedule.paid")}</Mark>}
          {row.is_late && <Mark look={{ icon: "warn", colour: "error-main" }}>{t("schedule.late")}</Mark>}
        </span>
      </td>
    </tr>
  )
}
