/** What the last run of the proof found, or how far it has come. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { isUnderWay, type Verification } from "./queries"

const Bar = styled("progress")({
  width: "100%",
  height: 14,
  accentColor: "var(--batua-palette-primary-main)",
})

const PARTS = [
  ...["chain", "accounts", "entries", "postings", "holds", "sums"],
  ...["safeguarding", "guards", "payments", "limits"],
] as const

type Report = NonNullable<Verification["report"]>
type Damage = NonNullable<Report["damages"]>[number]

export function LastRun({ run }: { run?: Verification }) {
  const { t, i18n } = useTranslation("ledger")
  if (!run) return <Text>{t("last.none")}</Text>
  const at = run.ended_at ?? run.started_at ?? run.asked_at
  return (
    <Card>
      <Stack gap={3}>
        <Text as="h2" size="title">
          <Stack row gap={2} as="span">
            <Icon name={MARK[run.state]} />
            {t(`state.${run.state}`)}
          </Stack>
        </Text>
        <Text tone="quiet">{formatMoment(at, i18n.language)}</Text>
        {isUnderWay(run) && <Progress run={run} />}
        {run.report && <Damages report={run.report} />}
        {run.report && <Figures report={run.report} />}
      </Stack>
    </Card>
  )
}

const MARK = {
  waiting: "clock",
  running: "clock",
  whole: "check",
  damaged: "warn",
  failed: "warn",
} as const

function Progress({ run }: { run: Verification }) {
  const { t, i18n } = useTranslation("ledger")
  const part = PARTS.find((known) => known === run.part)
  const count = (value: number) => value.toLocaleString(i18n.language)
  return (
    <Stack gap={1} role="status">
      <Bar
        aria-label={t("state.running")}
        max={Math.max(1, run.total)}
        value={run.total > 0 ? run.done : undefined}
      />
      {part && (
        <Text size="small" className="tabular">
          {t("progress", { part: t(`parts.${part}`), done: count(run.done), total: count(run.total) })}
        </Text>
      )}
    </Stack>
  )
}

function Damages({ report }: { report: Report }) {
  const { t } = useTranslation("ledger")
  const damages = report.damages ?? []
  if (damages.length === 0) return null
  return (
    <Stack gap={2} role="alert">
      <Text bold>{t("damages")}</Text>
      <ol style={{ margin: 0, paddingInlineStart: 24 }}>
        {damages.map((damage) => (
          <li key={`${damage.part} ${damage.row} ${damage.fault}`} lang="en">
            <Text style={{ overflowWrap: "anywhere" }}>
              {named(damage)}
            </Text>
          </li>
        ))}
      </ol>
    </Stack>
  )
}

/** Where it is and what is wrong, as the command line says it too. */
const named = ({ table, row, fault }: Damage) => `${table}, ${row}: ${fault}`

function Figures({ report }: { report: Report }) {
  const { t, i18n } = useTranslation("ledger")
  const wrong = new Set((report.damages ?? []).map((damage) => damage.part))
  const count = (value = 0) => value.toLocaleString(i18n.language)
  return (
    <Facts>
      <Fact name={t("figures.entries")}>{count(report.entries)}</Fact>
      <Fact name={t("figures.postings")}>{count(report.postings)}</Fact>
      <Fact name={t("figures.accounts")}>{count(report.accounts)}</Fact>
      {PARTS.filter((part) => report.parts?.some(({ name }) => name === part)).map((part) => (
        <Fact key={part} name={t(`parts.${part}`)}>
          {t(wrong.has(part) ? "found.damage" : "found.well")}
        </Fact>
      ))}
    </Facts>
  )
}
