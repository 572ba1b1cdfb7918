/** The history of a desk: a table whose figures stand under each other. */
import { styled } from "@/ui/theme/styled"
import { Link, useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { Payment } from "@/api/types"
import { formatDay, formatHour } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { AmountText } from "@/ui/money/AmountText"
import { PaymentFace } from "@/ui/money/PaymentFace"
import { usePaymentKind } from "@/ui/money/PaymentRow"
import { StatusMark } from "@/ui/money/StatusMark"

const Table = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  fontSize: "0.9375rem",
  // Words may break only where nothing else helps, or long notes squeeze the names.
  overflowWrap: "break-word",
  "& th": {
    padding: "14px 12px",
    textAlign: "start",
    fontSize: "0.875rem",
    fontWeight: 650,
    color: "var(--batua-palette-text-secondary)",
  },
  // A long name gives way to the amount, which is never cut.
  "& td": { padding: "10px 12px", verticalAlign: "middle", overflowWrap: "anywhere" },
  "& td:first-of-type, & th:first-of-type": { paddingInlineStart: 20 },
  "& td:last-of-type, & th:last-of-type": { paddingInlineEnd: 20, textAlign: "end" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)", cursor: "pointer" },
  "& tbody tr:hover": { background: "color-mix(in srgb, var(--batua-palette-primary-main) 6%, transparent)" },
  "& a": { display: "flex", alignItems: "center", gap: 12, minHeight: 48, fontWeight: 600, textDecoration: "none" },
  "& .when, & td:last-of-type": { whiteSpace: "nowrap" },
  "& .small": { display: "block", fontSize: "0.8125rem", color: "var(--batua-palette-text-secondary)" },
})

export function ActivityTable({ payments }: { payments: Payment[] }) {
  const { t } = useTranslation("payments")
  return (
    <Card style={{ padding: 0, overflow: "hidden" }}>
      <Table>
        <caption className="hidden-text">{t("activity.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.who")}</th>
            <th scope="col">{t("fact.note")}</th>
            <th scope="col">{t("fact.when")}</th>
            <th scope="col">{t("fact.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <Row key={payment.id} payment={payment} />
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function Row({ payment }: { payment: Payment }) {
  const { i18n } = useTranslation("payments")
  const kindOf = usePaymentKind()
  const navigate = useNavigate()
  const { id, other, note, amount, direction, status, created_at } = payment
  const isDone = status === "succeeded"
  const kind = kindOf(payment)
  const signed = direction === "out" ? { ...amount, minor: -amount.minor } : amount
  return (
    // The link inside serves keyboards and screen readers; the row is a larger target for a mouse.
    <tr onClick={() => void navigate({ to: "/payments/$id", params: { id } })}>
      <td>
        <Link to="/payments/$id" params={{ id }} onClick={(event) => event.stopPropagation()}>
          <PaymentFace payment={payment} size={40} />
          <span>
            {other?.name ?? kind}
            {other && <span className="small">{kind}</span>}
            {!isDone && (
              <span className="small">
                <StatusMark status={status} />
              </span>
            )}
          </span>
        </Link>
      </td>
      <td>{note}</td>
      <td className="tabular when">
        {formatDay(created_at, i18n.language)}
        <span className="small">{formatHour(created_at, i18n.language)}</span>
      </td>
      <td>
        <AmountText
          amount={signed}
          size="s"
          signed={isDone}
          tone={isDone && direction === "in" ? "in" : "inherit"}
        />
      </td>
    </tr>
  )
}
