/** Everything that went into the pot and out of it, with the balance it left. */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, may, statementFile, statementQuery, type Movement } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Button } from "@/ui/layout/Button"
import { DownloadButton } from "@/ui/layout/DownloadButton"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { MovementLine, MovementTable } from "@/ui/money/MovementTable"
import { StatusMark } from "@/ui/money/StatusMark"
import { faceOf } from "../faces"
import { LoadedList } from "../Loaded"
import { PrintStatement } from "./PrintStatement"
import { FilterBar } from "./FilterBar"
import { countOf, NO_FILTERS, toQuery, type Filters } from "./filters"

export function StatementScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const [filters, setFilters] = useState<Filters>(NO_FILTERS)
  const isSifted = countOf(filters) > 0 || filters.text !== ""
  const sought = toQuery(filters)
  const lines = useInfiniteQuery({ ...statementQuery(id, sought), placeholderData: keepPreviousData })
  const hasSome = (lines.data?.pages[0]?.items.length ?? 0) > 0
  return (
    <Screen
      title={t("home.statement")}
      intro={group.data?.name}
      back={`/groups/${id}`}
      width="middle"
      actions={
        hasSome &&
        group.data &&
        may(group.data, "export") && (
          <Stack row wrap justify="end">
            <PrintStatement id={id} sought={sought} />
            <DownloadButton
              fetch={() => statementFile(id, sought)}
              name="batua-group-statement.csv"
              label={t("statement.download")}
              failed={t("statement.not_downloaded")}
            />
          </Stack>
        )
      }
    >
      {group.data && (hasSome || isSifted) && <FilterBar group={group.data} filters={filters} onChange={setFilters} />}
      <LoadedList
        query={lines}
        empty={
          isSifted ? (
            <EmptyState
              picture="search"
              title={t("statement.none_fit")}
              body={t("statement.none_fit_body")}
              action={<Button onClick={() => setFilters(NO_FILTERS)}>{t("statement.all")}</Button>}
            />
          ) : (
            <EmptyState picture="pouch" title={t("statement.none")} body={t("statement.none_body")} />
          )
        }
      >
        {(items) => <Lines lines={items} group={id} />}
      </LoadedList>
    </Screen>
  )
}

function Lines({ lines, group }: { lines: Movement[]; group: string }) {
  const { t } = useTranslation("groups")
  const heads = { what: t("statement.what"), amount: t("statement.amount"), after: t("statement.after") }
  return (
    <MovementTable caption={t("home.statement")} heads={heads}>
      {lines.map((line) => (
        <Line key={line.id} line={line} group={group} />
      ))}
    </MovementTable>
  )
}

function Line({ line, group }: { line: Movement; group: string }) {
  const { t, i18n } = useTranslation("groups")
  const { amount, balance_after: balance, note } = line
  return (
    <MovementLine
      what={
        <Link to="/groups/$id/statement/$movement" params={{ id: group, movement: line.id }}>
          <span className="kind">{faceOf(line.person).name}</span>
          <span className="small">{[t(`movement.${line.kind}`), note].filter(Boolean).join(" · ")}</span>
          {line.status !== "succeeded" && <StatusMark status={line.status} />}
          <span className="small tabular">
            {[formatMoment(line.created_at, i18n.language), line.receipts > 0 && t("receipts.count", { count: line.receipts })]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </Link>
      }
      amount={amount}
      balance={balance}
      left={balance && t("statement.left", { amount: formatMoney(balance, i18n.language) })}
    />
  )
}
