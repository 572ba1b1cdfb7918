/** On which days dues fall due: chosen, or as a rule in its own words; with the next five. */
import { useTranslation } from "react-i18next"
import { formatNumber } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { NumberField } from "../fields"
import { EditEnd } from "./EditEnd"
import { NextDays } from "./NextDays"
import type { Draft } from "./plan-draft"
import { LAST, NTHS, ruleOf, SURE_DAYS, toggledDay, type Days } from "./rule"
import { weekdayName } from "./words"

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const MONTH_DAYS = Array.from({ length: SURE_DAYS }, (_, at) => at + 1)

interface Props {
  draft: Draft
  set: (change: Partial<Draft>) => void
}

export function EditDays({ draft, set }: Props) {
  const { t } = useTranslation("dues")
  const { days, written } = draft
  return (
    <Stack gap={4}>
      {written === null ? (
        <Chosen days={days} onChange={(change) => set({ days: { ...days, ...change } })} />
      ) : (
        <Field
          label={t("days.written")}
          hint={t("days.written_hint")}
          maxLength={500}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={written}
          onChange={(event) => set({ written: event.target.value })}
        />
      )}
      <Field
        label={t("days.from")}
        type="date"
        value={draft.startsOn}
        onChange={(event) => set({ startsOn: event.target.value })}
      />
      <NextDays draft={draft} />
      <Button
        type="button"
        variant="text"
        onClick={() => set({ written: written === null ? ruleOf(days) : null })}
      >
        {t(written === null ? "days.write" : "days.choose")}
      </Button>
    </Stack>
  )
}

interface ChosenProps {
  days: Days
  onChange: (change: Partial<Days>) => void
}

function Chosen({ days, onChange }: ChosenProps) {
  const { t } = useTranslation("dues")
  return (
    <>
      <Segments
        label={t("edit.rhythm")}
        value={days.unit}
        options={[
          { value: "week", label: t("days.weeks") },
          { value: "month", label: t("days.months") },
        ]}
        onChange={(unit) => onChange({ unit })}
      />
      <NumberField
        label={t(`days.every_${days.unit}`)}
        value={days.every ? String(days.every) : ""}
        onChange={(every) => onChange({ every: Number(every) })}
      />
      {days.unit === "week" ? <Weekdays days={days} onChange={onChange} /> : <InMonth days={days} onChange={onChange} />}
      <EditEnd days={days} onChange={onChange} />
    </>
  )
}

function Weekdays({ days, onChange }: ChosenProps) {
  const { t, i18n } = useTranslation("dues")
  const chosen = days.weekdays
  return (
    <Stack gap={2} role="group" aria-label={t("days.on")}>
      <Text bold>{t("days.on")}</Text>
      <Pills style={{ flexWrap: "wrap" }}>
        {WEEKDAYS.map((day) => (
          <Pill
            key={day}
            type="button"
            aria-pressed={chosen.includes(day)}
            onClick={() =>
              onChange({ weekdays: chosen.includes(day) ? chosen.filter((each) => each !== day) : [...chosen, day] })
            }
          >
            {weekdayName(day, i18n.language)}
          </Pill>
        ))}
      </Pills>
    </Stack>
  )
}

function InMonth({ days, onChange }: ChosenProps) {
  const { t, i18n } = useTranslation("dues")
  const chosen = days.monthDays
  return (
    <>
      <Segments
        label={t("days.by")}
        value={days.by}
        options={[
          { value: "days", label: t("days.by_days") },
          { value: "weekday", label: t("days.by_weekday") },
        ]}
        onChange={(by) => onChange({ by })}
      />
      {days.by === "days" ? (
        <Stack gap={2} role="group" aria-label={t("days.on")}>
          <Text bold>{t("days.on")}</Text>
          <Pills style={{ flexWrap: "wrap" }}>
            {[...MONTH_DAYS, ...chosen.filter((day) => day > SURE_DAYS), LAST].map((day) => (
              <Pill
                key={day}
                type="button"
                aria-pressed={chosen.includes(day)}
                aria-label={day === LAST ? undefined : t("edit.day_of", { day: formatNumber(day, i18n.language) })}
                onClick={() => onChange({ monthDays: toggledDay(chosen, day) })}
              >
                {day === LAST ? t("days.last") : formatNumber(day, i18n.language)}
              </Pill>
            ))}
          </Pills>
        </Stack>
      ) : (
        <>
          <SelectField
            label={t("days.nth")}
            value={String(days.nth)}
            onChange={(value) => onChange({ nth: Number(value) })}
            options={NTHS.map((nth) => ({ value: String(nth), label: t(`days.nths.${nth === LAST ? "last" : (nth as 1)}`) }))}
          />
          <SelectField
            label={t("edit.weekday")}
            value={String(days.nthWeekday)}
            onChange={(value) => onChange({ nthWeekday: Number(value) })}
            options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, i18n.language) }))}
          />
        </>
      )}
    </>
  )
}
