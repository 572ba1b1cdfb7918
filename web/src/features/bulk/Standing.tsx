/** How far a batch is: a bar that fills while lines are decided, then what went and what did not. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Batch, Run } from "@/api/bulk"
import { formatMoment } from "@/lib/time"
import { formatNumber } from "@/lib/money"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"

const Bar = styled("progress")({
  appearance: "none",
  display: "block",
  width: "100%",
  height: 12,
  margin: "12px 0 4px",
  border: 0,
  borderRadius: 6,
  overflow: "hidden",
  background: "color-mix(in srgb, var(--batua-palette-text-primary) 12%, transparent)",
  "&::-webkit-progress-bar": { background: "transparent" },
  "&::-webkit-progress-value": { background: "var(--batua-palette-success-main)", borderRadius: 6 },
  "&::-moz-progress-bar": { background: "var(--batua-palette-success-main)", borderRadius: 6 },
})

export function Standing({ batch, run }: { batch: Batch; run: Run | undefined }) {
  const { t, i18n } = useTranslation("bulk")
  const done = Math.max(run?.done ?? 0, batch.sent + batch.refused)
  const isMoving = run !== undefined || batch.status === "running"
  const status = isMoving ? "running" : batch.status
  const number = (value: number) => formatNumber(value, i18n.language)
  return (
    <Card>
      <Text bold role="status" tone={status === "stopped" ? "warn" : "ink"}>
        {status === "done" && batch.refused === 0 ? t("batch.all_sent", { count: batch.sent }) : t(`status.${status}`)}
      </Text>
      <Bar value={done} max={batch.items} aria-label={t("batch.progress")} />
      <Text size="small" tone="quiet" className="tabular">
        {t("batch.of", { done: number(done), items: number(batch.items) })}
      </Text>
      {!isMoving && (
        <Facts>
          <Fact name={t("batch.sent")}>{number(batch.sent)}</Fact>
          <Fact name={t("batch.refused")}>{number(batch.refused)}</Fact>
          {batch.sent_totals.map((sum) => (
            <Fact key={sum.currency} name={t("batch.sum")}>
              <AmountText amount={sum} size="s" />
            </Fact>
          ))}
          <Fact name={t("batch.begun")}>{formatMoment(batch.begun_at, i18n.language)}</Fact>
        </Facts>
      )}
    </Card>
  )
}
