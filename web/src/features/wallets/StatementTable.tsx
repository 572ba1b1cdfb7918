/** Movements as a table: on a phone each is two lines, on a desk one row. */
import { styled } from "@mui/material/styles"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { StatementLine } from "@/api/types"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { AmountText } from "@/ui/money/AmountText"

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  "& th": {
    padding: "12px 16px",
    textAlign: "start",
    fontSize: "0.875rem",
    fontWeight: 650,
    color: "var(--batua-palette-text-secondary)",
  },
  "& td": { padding: "8px 16px", verticalAlign: "middle" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
  "& .figure": { textAlign: "end", whiteSpace: "nowrap" },
  "& a, & .what": { display: "grid", alignContent: "center", minHeight: 48, fontWeight: 600 },
  "& a": { textDecoration: "none" },
  "& a .kind": { textDecoration: "underline", textDecorationColor: "var(--batua-palette-text-disabled)", textUnderlineOffset: 4 },
  // A phone has room for two columns: what is left stands under what moved.
  "& .wide": { display: "none" },
  "& .tight": { display: "block" },
  "@media (min-width: 600px)": { "& .wide": { display: "table-cell" }, "& .tight": { display: "none" } },
  "& .small": { fontSize: "0.8125rem", fontWeight: 400, color: "var(--batua-palette-text-secondary)" },
})

const KINDS = ["send", "request", "top_up", "withdrawal", "refund", "pot_in", "pot_out"] as const

export function StatementTable({ lines }: { lines: StatementLine[] }) {
  const { t } = useTranslation("wallets")
  return (
    <Card style={{ padding: 0, overflowX: "auto" }}>
      <Table>
        <caption className="hidden-text">{t("statement.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("statement.what")}</th>
            <th scope="col" className="figure">
              {t("statement.amount")}
            </th>
            <th scope="col" className="figure wide">
              {t("statement.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.entry_id} line={line} />
          ))}
        </tbody>
      </Table>
    </Card>
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
    <tr>
      <td>
        {payment_id ? (
          <Link to="/payments/$id" params={{ id: payment_id }}>
            {inside}
          </Link>
        ) : (
          <span className="what">{inside}</span>
        )}
      </td>
      <td className="figure">
        <AmountText amount={amount} size="s" signed tone={direction === "in" ? "in" : "inherit"} />
        <span className="small tight tabular">
          {t("statement.left", { amount: formatMoney(balance_after, i18n.language) })}
        </span>
      </td>
      <td className="figure wide">
        <AmountText amount={balance_after} size="s" />
      </td>
    </tr>
  )
}
