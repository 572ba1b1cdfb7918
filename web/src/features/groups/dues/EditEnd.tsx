/** Until when dues come: for ever, until a day, or so many times. */
import { useTranslation } from "react-i18next"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { NumberField } from "../fields"
import type { Days, Ends } from "./rule"

const ENDS: Ends[] = ["never", "until", "count"]

export function EditEnd({ days, onChange }: { days: Days; onChange: (change: Partial<Days>) => void }) {
  const { t } = useTranslation("dues")
  return (
    <>
      <SelectField
        label={t("days.ends")}
        value={days.ends}
        onChange={(value) => onChange({ ends: ENDS.find((known) => known === value) ?? days.ends })}
        options={ENDS.map((value) => ({ value, label: t(`days.end.${value}`) }))}
      />
      {days.ends === "until" && (
        <Field
          label={t("days.until")}
          type="date"
          value={days.until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      )}
      {days.ends === "count" && (
        <NumberField
          label={t("days.times")}
          value={days.count ? String(days.count) : ""}
          onChange={(count) => onChange({ count: Number(count) })}
        />
      )}
    </>
  )
}
