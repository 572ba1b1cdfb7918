/** Where each member stands: saved, dues, loan, and what is late. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Position } from "@/api/figures"
import { formatMoney, type Amount } from "@/lib/money"
import { Card } from "@/ui/layout/Card"
import { Mark } from "@/ui/layout/Mark"
import { faceOf } from "../faces"

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  "& th": { padding: "12px 16px", textAlign: "start", fontSize: "0.875rem", fontWeight: 650 },
  "& thead th": { color: "var(--batua-palette-text-secondary)", whiteSpace: "nowrap" },
  "& tbody th": { minWidth: 120, fontSize: "0.9375rem", overflowWrap: "anywhere" },
  "& td": { padding: "10px 16px", whiteSpace: "nowrap", fontSize: "0.9375rem" },
  "& .figure": { textAlign: "end" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
})

export function Positions({ items }: { items: Position[] }) {
  const { t, i18n } = useTranslation("groups")
  const money = (amount: Amount) => (amount.minor === 0 ? "–" : formatMoney(amount, i18n.language, { trim: true }))
  return (
    <Card style={{ padding: 0, overflowX: "auto" }} role="region" aria-label={t("figures.members")} tabIndex={0}>
      <Table>
        <caption className="hidden-text">{t("figures.members")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figures.member")}</th>
            <th scope="col" className="figure">
              {t("figures.saved")}
            </th>
            <th scope="col" className="figure">
              {t("home.dues")}
            </th>
            <th scope="col" className="figure">
              {t("figures.loan")}
            </th>
            <th scope="col">{t("figures.late")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.member_id}>
              <th scope="row">{faceOf(each.person).name}</th>
              <td className="figure tabular">{money(each.saved)}</td>
              <td className="figure tabular">{money(each.dues)}</td>
              <td className="figure tabular">{money(each.loan)}</td>
              <td>
                {each.overdue.minor > 0 && (
                  <Mark look={{ icon: "warn", colour: "error-main" }}>{money(each.overdue)}</Mark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
