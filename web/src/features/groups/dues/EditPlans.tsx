/** The dues in the rules of a group: how much, how often, and what lateness costs. */
import { useTranslation } from "react-i18next"
import { formatNumber, symbolOf, typeAmount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { draftOf, isPercent, newPlan, type Draft, type Rhythm } from "./plan-draft"
import { weekdayName } from "./words"

const MOST_PLANS = 5
const DAYS = Array.from({ length: 31 }, (_, at) => at + 1)
const WEEKDAYS = DAYS.slice(0, 7)
const GRACE = [0, 1, 2, 3, 5, 7, 10, 14, 30]

interface Props {
  drafts: Draft[]
  currency: string
  onChange: (drafts: Draft[]) => void
}

export function EditPlans({ drafts, currency, onChange }: Props) {
  const { t } = useTranslation("dues")
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("edit.title")}
      </Text>
      {drafts.length === 0 && <Text tone="quiet">{t("edit.none")}</Text>}
      {drafts.map((draft) => (
        <Card key={draft.from.key}>
          <Plan
            draft={draft}
            currency={currency}
            onChange={(changed) => onChange(drafts.map((each) => (each === draft ? changed : each)))}
            onRemove={() => onChange(drafts.filter((each) => each !== draft))}
          />
        </Card>
      ))}
      {drafts.length < MOST_PLANS && (
        <Button
          type="button"
          variant="outlined"
          startIcon={<Icon name="add" />}
          onClick={() => onChange([...drafts, draftOf(newPlan(t("edit.new_name")), currency)])}
        >
          {t("edit.add")}
        </Button>
      )}
    </Stack>
  )
}

interface PlanProps {
  draft: Draft
  currency: string
  onChange: (draft: Draft) => void
  onRemove: () => void
}

function Plan({ draft, currency, onChange, onRemove }: PlanProps) {
  const { t, i18n } = useTranslation("dues")
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change })
  const money = (name: "amount" | "fine") => ({
    inputMode: "decimal" as const,
    autoComplete: "off",
    start: <span style={{ paddingInlineStart: 14 }}>{symbolOf(currency, i18n.language)}</span>,
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      set({ [name]: typeAmount(event.target.value, currency) ?? draft[name] }),
  })
  const percent = formatNumber((draft.from.fine?.percent_bps ?? 0) / 100, i18n.language)
  return (
    <Stack gap={4}>
      <Field
        label={t("edit.name")}
        maxLength={60}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Field label={t("edit.amount")} {...money("amount")} />
      <When draft={draft} set={set} />
      <SelectField
        label={t("edit.grace")}
        value={String(draft.grace)}
        onChange={(value) => set({ grace: Number(value) })}
        options={withCurrent(GRACE, draft.grace).map((value) => ({
          value: String(value),
          label: formatNumber(value, i18n.language),
        }))}
      />
      {isPercent(draft) ? (
        <Text tone="quiet">{t("edit.fine_is", { rate: percent })}</Text>
      ) : (
        <Field label={t("edit.fine")} hint={t("edit.fine_hint")} {...money("fine")} />
      )}
      <Button type="button" variant="text" color="error" onClick={onRemove}>
        {t("edit.remove", { name: draft.name })}
      </Button>
    </Stack>
  )
}

/** The choices with the one that stands now among them. */
function withCurrent(choices: number[], current: number): number[] {
  return [...new Set([...choices, current])].sort((one, other) => one - other)
}

function When({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation("dues")
  if (draft.rhythm === "rule") return <Text tone="quiet">{t("edit.rule", { rule: draft.from.rule ?? "" })}</Text>
  const rhythms: Rhythm[] = ["weekly", "monthly"]
  const number = (day: number) => formatNumber(day, i18n.language)
  return (
    <>
      <SelectField
        label={t("edit.rhythm")}
        value={draft.rhythm}
        onChange={(value) => set({ rhythm: rhythms.find((known) => known === value) ?? draft.rhythm })}
        options={rhythms.map((value) => ({ value, label: t(`edit.${value as "weekly"}`) }))}
      />
      {draft.rhythm === "weekly" ? (
        <SelectField
          label={t("edit.weekday")}
          value={String(draft.weekday)}
          onChange={(value) => set({ weekday: Number(value) })}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, i18n.language) }))}
        />
      ) : (
        <SelectField
          label={t("edit.day")}
          value={String(draft.day)}
          onChange={(value) => set({ day: Number(value) })}
          options={DAYS.map((day) => ({
            value: String(day),
            label: t(day > 28 ? "edit.last_day" : "edit.day_of", { day: number(day) }),
          }))}
        />
      )}
    </>
  )
}
