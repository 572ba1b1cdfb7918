/** Movements of money as a table: on a phone each has two columns, on a desk three. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"
import type { Amount } from "@/lib/money"
import { Card } from "../layout/Card"
import { AmountText } from "./AmountText"

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

interface TableProps {
  caption: string
  heads: { what: string; amount: string; after: string }
  children: ReactNode
}

export function MovementTable({ caption, heads, children }: TableProps) {
  return (
    <Card style={{ padding: 0, overflowX: "auto" }}>
      <Table>
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.what}</th>
            <th scope="col" className="figure">
              {heads.amount}
            </th>
            <th scope="col" className="figure wide">
              {heads.after}
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </Card>
  )
}

interface LineProps {
  /** What moved: a link, or an element of the class `what`. */
  what: ReactNode
  amount: Amount
  /** The balance that it left, if it is known, and the words for it on a phone. */
  balance: Amount | null
  left: string | null
}

export function MovementLine({ what, amount, balance, left }: LineProps) {
  return (
    <tr>
      <td>{what}</td>
      <td className="figure">
        <AmountText amount={amount} size="s" signed tone={amount.minor < 0 ? "inherit" : "in"} />
        {left && <span className="small tight tabular">{left}</span>}
      </td>
      <td className="figure wide">{balance && <AmountText amount={balance} size="s" />}</td>
    </tr>
  )
}
