/** The proof that nobody altered the books: the last run, the chain, and a button to prove it now. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { Button } from "@/ui/layout/Button"
import { Card, ListCard } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { LastRun } from "./LastRun"
import { blocksQuery, headQuery, isUnderWay, runsQuery, useVerify, type Head } from "./queries"

export default function LedgerScreen() {
  const { t } = useTranslation("ledger")
  const head = useQuery(headQuery)
  const runs = useQuery(runsQuery)
  const verify = useVerify()
  const last = runs.data?.[0]
  return (
    <Screen
      title={t("title")}
      intro={t("intro")}
      back="/you"
      width="middle"
      foot={
        runs.data && (
          <Button
            size="large"
            loading={verify.isPending || isUnderWay(last)}
            onClick={() => verify.mutate()}
          >
            {t("verify")}
          </Button>
        )
      }
    >
      {verify.isError && <ErrorState error={verify.error} />}
      {runs.isPending && <Bone height={240} />}
      {runs.isError && !runs.data && (
        <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
      )}
      {runs.data && <LastRun run={last} />}
      {head.data && <Chain head={head.data} />}
      {runs.data && <Blocks />}
    </Screen>
  )
}

function Chain({ head }: { head: Head }) {
  const { t, i18n } = useTranslation("ledger")
  const count = (value: number) => value.toLocaleString(i18n.language)
  return (
    <Card>
      <Stack gap={2}>
        <Text as="h2" size="title">
          {t("chain.title")}
        </Text>
        <Text tone="quiet">{t("chain.body")}</Text>
        <Facts>
          <Fact name={t("chain.blocks")}>{count(head.n)}</Fact>
          <Fact name={t("chain.entries")}>{count(head.entries)}</Fact>
          <Fact name={t("chain.waiting")}>{count(head.waiting)}</Fact>
          {head.sealed_at && (
            <Fact name={t("chain.sealed_at")}>{formatMoment(head.sealed_at, i18n.language)}</Fact>
          )}
          {head.head && (
            <Fact name={t("chain.head")}>
              <code style={{ overflowWrap: "anywhere", fontWeight: 400 }}>{head.head}</code>
            </Fact>
          )}
        </Facts>
      </Stack>
    </Card>
  )
}

function Blocks() {
  const { t, i18n } = useTranslation("ledger")
  const blocks = useQuery(blocksQuery).data ?? []
  if (blocks.length === 0) return null
  return (
    <Stack gap={2} as="section">
      <Text as="h2" size="title">
        {t("blocks.title")}
      </Text>
      <ListCard>
        {blocks.map((block) => (
          <li key={block.n} style={{ padding: "12px 16px" }}>
            <Text bold>{t("blocks.one", { n: block.n, entries: block.entries })}</Text>
            <Text size="small" tone="quiet">
              {formatMoment(block.sealed_at, i18n.language)}
            </Text>
          </li>
        ))}
      </ListCard>
    </Stack>
  )
}
