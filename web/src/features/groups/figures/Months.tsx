/** What went in and out, month by month: bars with their sums beside them, and a table for whoever hears it. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { MonthSums } from "@/api/figures"
import { formatMoney } from "@/lib/money"
import { Card } from "@/ui/layout/Card"

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  "& th": { padding: "8px 12px", textAlign: "start", fontSize: "0.875rem", fontWeight: 600, whiteSpace: "nowrap" },
  "& thead th": { color: "var(--batua-palette-text-secondary)" },
  "& td": { padding: "8px 12px", width: "50%", fontSize: "0.875rem" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
})

const Bar = styled("span")({
  display: "block",
  height: 8,
  minWidth: 2,
  borderRadius: 4,
  "&.in": { background: "var(--batua-palette-success-main)" },
  // Told apart without colour too: what went out is striped.
  "&.out": {
    background:
      "repeating-linear-gradient(135deg, var(--batua-palette-primary-main) 0 4px, transparent 4px 7px)",
  },
})

export function Months({ months }: { months: MonthSums[] }) {
  const { t, i18n } = useTranslation("groups")
  const most = Math.max(1, ...months.flatMap(({ came, went }) => [came.minor, went.minor]))
  const name = new Intl.DateTimeFormat(i18n.language, { month: "short", year: "2-digit", timeZone: "UTC" })
  return (
    <Card style={{ padding: 0, overflowX: "auto" }}>
      <Table>
        <caption className="hidden-text">{t("figures.months")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figures.month")}</th>
            <th scope="col">{t("figures.came")}</th>
            <th scope="col">{t("figures.went")}</th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, came, went }) => (
            <tr key={month}>
              <th scope="row">{name.format(new Date(month))}</th>
              {[came, went].map((amount, n) => (
                <td key={n} className="tabular">
                  {amount.minor > 0 ? formatMoney(amount, i18n.language, { trim: true }) : "–"}
                  {amount.minor > 0 && (
                    <Bar aria-hidden className={n === 0 ? "in" : "out"} style={{ width: `${(100 * amount.minor) / most}%` }} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
