/** One batch: how far it is, what became of each line, and the way on when it stopped half-way. */
import { Button } from "@/ui/layout/Button"
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { batchQuery, goOn, linesQuery, useRun, type Batch, type BatchLine } from "@/api/bulk"
import { fetchFile } from "@/api/files"
import { saveFile } from "@/lib/share"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { More } from "@/ui/layout/More"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { LineTable, type Shown } from "./LineTable"
import { Reason } from "./Reason"
import { Standing } from "./Standing"

export function BatchScreen({ id }: { id: string }) {
  const { t } = useTranslation("bulk")
  const run = useRun(id)
  const batch = useQuery(batchQuery(id))
  const isOver = !run && batch.data?.status !== "running"
  return (
    <Screen
      title={nameOf(batch.data, t("batch.title"))}
      back="/pay-many"
      width="wide"
      actions={isOver && batch.data && <Download id={id} />}
    >
      {batch.isPending && <RowsSkeleton />}
      {batch.isError && !batch.data && <ErrorState error={batch.error} onRetry={() => void batch.refetch()} />}
      {batch.data && <Standing batch={batch.data} run={run} />}
      {batch.data?.status === "stopped" && !run && <Stopped batch={batch.data} />}
      {batch.data && isOver && <Results batch={batch.data} />}
    </Screen>
  )
}

function nameOf(batch: Batch | undefined, otherwise: string): string {
  const name = batch?.name ?? ""
  return name === "" ? otherwise : name
}

function Stopped({ batch }: { batch: Batch }) {
  const { t } = useTranslation("bulk")
  const going = useMutation({ mutationFn: goOn })
  return (
    <Stack gap={3} align="start">
      <Text tone="warn" bold role="status">
        {t("batch.stopped")}
      </Text>
      <ProblemNote error={going.error} />
      <Button loading={going.isPending} onClick={() => going.mutate(batch)}>
        {t("batch.go_on")}
      </Button>
    </Stack>
  )
}

function Download({ id }: { id: string }) {
  const { t } = useTranslation("bulk")
  const file = useMutation({
    mutationFn: () => fetchFile(`/payments/batches/${id}/results.csv`),
    onSuccess: (csv) => saveFile(csv, "batua-pay-many-results.csv"),
    onError: () => toast({ text: t("batch.not_downloaded"), tone: "bad" }),
  })
  return (
    <Button variant="outlined" startIcon={<Icon name="download" />} loading={file.isPending} onClick={() => file.mutate()}>
      {t("batch.download")}
    </Button>
  )
}

function Results({ batch }: { batch: Batch }) {
  const { t } = useTranslation("bulk")
  const [onlyRefused, setOnlyRefused] = useState(false)
  const list = useInfiniteQuery(linesQuery(batch.id, onlyRefused ? "refused" : undefined))
  const lines = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Stack gap={3}>
      {batch.refused > 0 && (
        <Pills>
          {[false, true].map((refused) => (
            <Pill key={String(refused)} type="button" aria-pressed={onlyRefused === refused} onClick={() => setOnlyRefused(refused)}>
              {refused
                ? t("batch.only_refused", { count: batch.refused })
                : t("preview.every", { count: batch.items })}
            </Pill>
          ))}
        </Pills>
      )}
      {list.isPending && <RowsSkeleton />}
      {list.isError && lines.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {lines.length > 0 && <LineTable caption={t("batch.caption")} lines={lines.map(shown)} />}
      <More
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Stack>
  )
}

function shown(line: BatchLine): Shown {
  return {
    line: line.line,
    name: line.payee?.name ?? "—",
    second: line.payee && (line.payee.handle ?? line.payee.phone),
    amount: line.amount ?? null,
    note: line.note,
    state: line.refusal ? <Reason refusal={line.refusal} /> : <State status={line.status} />,
  }
}

function State({ status }: { status: BatchLine["status"] }) {
  const { t } = useTranslation("bulk")
  return (
    <Text as="span" size="small" tone={status === "sent" ? "good" : "quiet"} bold>
      {t(`line.${status}`)}
    </Text>
  )
}
