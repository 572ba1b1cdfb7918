/** Everything that went into the pot and out of it, with the balance it left. */
import { styled } from "@mui/material/styles"
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { groupQuery, may, statementFile, statementQuery, type Movement } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { saveFile } from "@/lib/share"
import { formatMoment } from "@/lib/time"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { AmountText } from "@/ui/money/AmountText"
import { faceOf } from "./faces"
import { LoadedList } from "./Loaded"

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
  "& td": { padding: "10px 16px", verticalAlign: "middle" },
  "& tbody tr": { borderTop: "1px solid var(--batua-palette-divider)" },
  "& .figure": { textAlign: "end", whiteSpace: "nowrap" },
  "& .who": { display: "grid", fontWeight: 600 },
  "& .small": { fontSize: "0.8125rem", fontWeight: 400, color: "var(--batua-palette-text-secondary)" },
  // A phone has room for two columns: what is left stands under what moved.
  "& .wide": { display: "none" },
  "& .tight": { display: "block" },
  "@media (min-width: 600px)": { "& .wide": { display: "table-cell" }, "& .tight": { display: "none" } },
})

export function StatementScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const lines = useInfiniteQuery(statementQuery(id))
  const hasSome = (lines.data?.pages[0]?.items.length ?? 0) > 0
  return (
    <Screen
      title={t("home.statement")}
      intro={group.data?.name}
      back={`/groups/${id}`}
      width="middle"
      actions={hasSome && group.data && may(group.data, "export") && <Download id={id} />}
    >
      <LoadedList
        query={lines}
        empty={<EmptyState picture="pouch" title={t("statement.none")} body={t("statement.none_body")} />}
      >
        {(items) => <Lines lines={items} />}
      </LoadedList>
    </Screen>
  )
}

function Lines({ lines }: { lines: Movement[] }) {
  const { t } = useTranslation("groups")
  return (
    <Card style={{ padding: 0, overflowX: "auto" }}>
      <Table>
        <caption className="hidden-text">{t("home.statement")}</caption>
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
            <Line key={line.id} line={line} />
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function Line({ line }: { line: Movement }) {
  const { t, i18n } = useTranslation("groups")
  const { amount, balance_after: balance, note } = line
  const left = balance && formatMoney(balance, i18n.language)
  return (
    <tr>
      <td>
        <span className="who">
          {faceOf(line.person).name}
          <span className="small">{[t(`movement.${line.kind}`), note].filter(Boolean).join(" · ")}</span>
          <span className="small tabular">{formatMoment(line.created_at, i18n.language)}</span>
        </span>
      </td>
      <td className="figure">
        <AmountText amount={amount} size="s" signed tone={amount.minor > 0 ? "in" : "inherit"} />
        {left && <span className="small tight tabular">{t("statement.left", { amount: left })}</span>}
      </td>
      <td className="figure wide">{balance && <AmountText amount={balance} size="s" />}</td>
    </tr>
  )
}

function Download({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const file = useMutation({
    mutationFn: () => statementFile(id),
    onSuccess: (csv) => saveFile(csv, "batua-group-statement.csv"),
    onError: () => toast({ text: t("statement.not_downloaded"), tone: "bad" }),
  })
  return (
    <Button variant="outlined" startIcon={<Icon name="download" />} loading={file.isPending} onClick={() => file.mutate()}>
      {t("statement.download")}
    </Button>
  )
}
