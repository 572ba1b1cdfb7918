/** Lines as a table: on a phone each is a block, on a desk a row. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Amount } from "@/lib/money"
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
  "& td": { padding: "12px 16px", verticalAlign: "top", overflowWrap: "anywhere" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
  "& .figure": { textAlign: "end", whiteSpace: "nowrap", overflowWrap: "normal" },
  "& .quiet": { display: "block", fontSize: "0.875rem", color: "var(--batua-palette-text-secondary)" },
  "& .name": { fontWeight: 600 },
  // A phone has no room for columns beside who and how much: they stand below.
  "@media (max-width: 719px)": {
    "& thead": { position: "absolute", clip: "rect(0 0 0 0)" },
    "& tr": { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr) auto", padding: "8px 0" },
    "& td": { padding: "4px 12px" },
    "& td.state": { gridColumn: "1 / -1" },
  },
})

export interface Shown {
  line: number
  name: string
  second?: string | null
  amount: Amount | null
  note: string
  /** What became of it, or what is wrong. */
  state: ReactNode
}

interface Props {
  caption: string
  lines: Shown[]
}

export function LineTable({ caption, lines }: Props) {
  const { t } = useTranslation("bulk")
  return (
    <Card style={{ padding: 0, overflow: "hidden" }}>
      <Table>
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.line")}</th>
            <th scope="col">{t("table.who")}</th>
            <th scope="col" className="figure">
              {t("table.amount")}
            </th>
            <th scope="col">{t("table.state")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <td className="tabular quiet">{line.line}</td>
              <td>
                <span className="name">{line.name}</span>
                {line.second && <span className="quiet tabular">{line.second}</span>}
                {line.note && <span className="quiet">{line.note}</span>}
              </td>
              <td className="figure">{line.amount ? <AmountText amount={line.amount} size="s" /> : "—"}</td>
              <td className="state">{line.state}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
