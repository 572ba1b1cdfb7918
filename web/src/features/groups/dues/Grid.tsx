/** Members by days: each cell says with a sign, a word and a sum how it stands. */
import { styled } from "@/ui/theme/styled"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Dues, DuesLine, DuesPeriod } from "@/api/dues"
import { may, type Group } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { Card } from "@/ui/layout/Card"
import { Mark } from "@/ui/layout/Mark"
import { faceOf } from "../faces"
import { Waive, type Waiving } from "./Waive"
import { LOOKS, shortDay } from "./words"

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  fontSize: "0.9375rem",
  "& th": { padding: "12px", textAlign: "start", fontSize: "0.875rem", fontWeight: 650 },
  "& thead th": { color: "var(--batua-palette-text-secondary)", whiteSpace: "nowrap" },
  "& tbody th": { minWidth: 96, overflowWrap: "anywhere", fontSize: "0.9375rem" },
  "& td": { padding: "8px 12px", verticalAlign: "middle", whiteSpace: "nowrap" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
  // The names stay while the days are pulled sideways.
  "& tr > th:first-of-type": {
    position: "sticky",
    insetInlineStart: 0,
    background: "var(--batua-palette-background-paper)",
    zIndex: 1,
  },
  "& small": { display: "block", color: "var(--batua-palette-text-secondary)", fontSize: "0.8125rem" },
  "& button": {
    minHeight: 44,
    padding: "4px 8px",
    margin: "-4px -8px",
    border: 0,
    borderRadius: 10,
    background: "transparent",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    textDecoration: "underline",
    textDecorationColor: "var(--batua-palette-text-disabled)",
    textUnderlineOffset: 4,
  },
})

interface Props {
  group: Group
  periods: DuesPeriod[]
  lines: DuesLine[]
}

export function Grid({ group, periods, lines }: Props) {
  const { t, i18n } = useTranslation("dues")
  const [waiving, setWaiving] = useState<Waiving | null>(null)
  return (
    <>
      <Card style={{ padding: 0, overflowX: "auto" }} role="region" aria-label={t("who.title")} tabIndex={0}>
        <Table>
          <caption className="hidden-text">{t("who.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("who.member")}</th>
              {periods.map((period) => (
                <th key={period.due_on} scope="col">
                  {shortDay(period.due_on, i18n.language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ member_id, person, cells }) => {
              const mayWaive = may(group, "waive_fines") && member_id !== group.me.id
              const { name } = faceOf(person)
              return (
                <tr key={member_id}>
                  <th scope="row">{name}</th>
                  {cells.map((dues, at) => (
                    <td key={periods[at]?.due_on}>
                      <Cell dues={dues} onWaive={mayWaive ? (found) => setWaiving({ name, dues: found }) : null} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </Table>
      </Card>
      {waiving && <Waive group={group} what={waiving} onClose={() => setWaiving(null)} />}
    </>
  )
}

function Cell({ dues, onWaive }: { dues: Dues | null; onWaive: ((dues: Dues) => void) | null }) {
  const { t, i18n } = useTranslation("dues")
  if (!dues) return <span aria-label={t("who.no_dues")}>—</span>
  const money = (amount: Dues["due"]) => formatMoney(amount, i18n.language, { trim: true })
  const fineLeft = dues.fine.minor - dues.fine_paid.minor
  const shown = (
    <>
      <Mark look={LOOKS[dues.state]}>{t(`short.${dues.state}`)}</Mark>
      {dues.left.minor > 0 && <small className="tabular">{t("who.left", { amount: money(dues.left) })}</small>}
      {fineLeft > 0 && <small className="tabular">{t("who.fine", { amount: money({ ...dues.fine, minor: fineLeft }) })}</small>}
    </>
  )
  if (!onWaive || fineLeft <= 0) return shown
  return (
    <button type="button" onClick={() => onWaive(dues)}>
      {shown}
    </button>
  )
}
