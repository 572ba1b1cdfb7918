/** What the table would do: sums, each line with what is wrong with it, and one button that says it all. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Mode, Preview, PreviewLine } from "@/api/bulk"
import { formatMoney } from "@/lib/money"
import { More } from "@/ui/layout/More"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Field } from "@/ui/fields/Field"
import { AmountText } from "@/ui/money/AmountText"
import { LineTable, type Shown } from "./LineTable"
import { Reason } from "./Reason"

const AT_ONCE = 50

interface Props {
  preview: Preview
  mode: Mode
  onMode: (mode: Mode) => void
  name: string
  onName: (name: string) => void
}

export function PreviewStep({ preview, mode, onMode, name, onName }: Props) {
  const { t } = useTranslation("bulk")
  return (
    <Stack gap={5}>
      <Sums preview={preview} />
      <Field
        label={t("preview.name")}
        hint={t("preview.name_hint")}
        maxLength={100}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      <Stack gap={2}>
        <Text bold>{t("mode.title")}</Text>
        <Segments
          label={t("mode.title")}
          value={mode}
          options={[
            { value: "each", label: t("mode.each") },
            { value: "all", label: t("mode.all") },
          ]}
          onChange={onMode}
        />
        <Text size="small" tone="quiet">
          {t(mode === "all" ? "mode.all_hint" : "mode.each_hint")}
        </Text>
        {preview.wrong > 0 && (
          <Text size="small" tone="warn" bold>
            {t(mode === "all" ? "preview.mend_first" : "preview.stay_out", { count: preview.wrong })}
          </Text>
        )}
      </Stack>
      <Lines preview={preview} />
    </Stack>
  )
}

function Sums({ preview }: { preview: Preview }) {
  const { t, i18n } = useTranslation("bulk")
  const { good, wrong } = preview
  return (
    <Card role="status">
      <Text bold tone={wrong > 0 ? "bad" : "good"}>
        {wrong > 0 ? t("preview.some_wrong", { count: wrong }) : t("preview.all_good", { count: good })}
      </Text>
      {preview.totals.map((sum) => (
        <Facts key={sum.total.currency}>
          <Fact name={t("preview.total", { count: good })}>
            <AmountText amount={sum.total} size="s" />
          </Fact>
          <Fact name={t("preview.left")}>
            <AmountText amount={sum.balance_after} size="s" />
          </Fact>
          <Fact name={t("preview.day_left")}>{formatMoney(sum.day_left, i18n.language)}</Fact>
        </Facts>
      ))}
    </Card>
  )
}

function Lines({ preview }: { preview: Preview }) {
  const { t } = useTranslation("bulk")
  const [onlyWrong, setOnlyWrong] = useState(preview.wrong > 0)
  const [count, setCount] = useState(AT_ONCE)
  const lines = preview.lines.filter((line) => !onlyWrong || line.errors.length > 0)
  return (
    <Stack gap={3}>
      {preview.wrong > 0 && (
        <Pills>
          {[true, false].map((wrong) => (
            <Pill key={String(wrong)} type="button" aria-pressed={onlyWrong === wrong} onClick={() => setOnlyWrong(wrong)}>
              {wrong
                ? t("preview.only_wrong", { count: preview.wrong })
                : t("preview.every", { count: preview.lines.length })}
            </Pill>
          ))}
        </Pills>
      )}
      <LineTable caption={t("preview.caption")} lines={lines.slice(0, count).map(shown)} />
      <More hasMore={count < lines.length} isLoading={false} onMore={() => setCount(count + AT_ONCE)} />
    </Stack>
  )
}

function shown(line: PreviewLine): Shown {
  return {
    line: line.line,
    name: line.payee?.name ?? line.recipient,
    second: line.payee && (line.payee.handle ?? line.payee.phone),
    amount: line.amount ?? null,
    note: line.note,
    state: <State line={line} />,
  }
}

function State({ line }: { line: PreviewLine }) {
  const { t } = useTranslation("bulk")
  return (
    <Stack gap={1}>
      {line.errors.map((fault) => (
        <Reason key={`${fault.field}${fault.code}`} refusal={fault} />
      ))}
      {line.warnings.map((warning) => (
        <Text key={warning} as="span" size="small" tone="warn" bold>
          {t(`warning.${warning}`)}
        </Text>
      ))}
      {line.errors.length === 0 && line.warnings.length === 0 && (
        <Text as="span" size="small" tone="good" bold>
          {t("preview.ready")}
        </Text>
      )}
    </Stack>
  )
}
