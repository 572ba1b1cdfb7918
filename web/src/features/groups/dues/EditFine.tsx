/** What lateness costs: nothing, a sum or a part, how often, from when on and at most. */
import { useTranslation } from "react-i18next"
import { SelectField } from "@/ui/fields/SelectField"
import { MoneyField, NumberField, PercentField } from "../fields"
import { FINE_EVERY, FINE_KINDS, type FineDraft } from "./fine-draft"

interface Props {
  fine: FineDraft
  currency: string
  onChange: (fine: FineDraft) => void
}

export function EditFine({ fine, currency, onChange }: Props) {
  const { t } = useTranslation("dues")
  const set = (change: Partial<FineDraft>) => onChange({ ...fine, ...change })
  return (
    <>
      <SelectField
        label={t("edit.fine_what")}
        value={fine.kind}
        onChange={(value) => set({ kind: FINE_KINDS.find((known) => known === value) ?? fine.kind })}
        options={FINE_KINDS.map((value) => ({ value, label: t(`edit.fine_kind.${value}`) }))}
      />
      {fine.kind === "flat" && (
        <MoneyField
          label={t("edit.fine")}
          currency={currency}
          value={fine.amount}
          onChange={(amount) => set({ amount })}
        />
      )}
      {fine.kind === "percent" && (
        <PercentField label={t("edit.fine_part")} value={fine.percent} onChange={(percent) => set({ percent })} />
      )}
      {fine.kind !== "none" && (
        <>
          <SelectField
            label={t("edit.fine_every")}
            value={fine.every}
            onChange={(value) => set({ every: FINE_EVERY.find((known) => known === value) ?? fine.every })}
            options={FINE_EVERY.map((value) => ({ value, label: t(`word.${value}`) }))}
          />
          <MoneyField
            label={t("edit.fine_cap")}
            hint={t("edit.fine_cap_hint")}
            currency={currency}
            value={fine.cap}
            onChange={(cap) => set({ cap })}
          />
        </>
      )}
      <NumberField label={t("edit.grace")} value={fine.grace} onChange={(grace) => set({ grace })} />
    </>
  )
}
