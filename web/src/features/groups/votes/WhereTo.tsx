/** Where money from a pot goes: one's own wallet, or on to a bank account used before. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { destinationsQuery } from "@/api/rails"
import { SelectField } from "@/ui/fields/SelectField"

interface Props {
  /** A saved account; empty for the wallet. */
  value: string
  onChange: (id: string) => void
  /** The account that stands, also when it is too old to be among those last used. */
  known?: { id: string; masked: string }
}

/** Nothing while there is no choice. */
export function WhereTo({ value, onChange, known }: Props) {
  const { t } = useTranslation("pots")
  const saved = useQuery(destinationsQuery)
  const found = saved.data ?? []
  const all = known && !found.some(({ id }) => id === known.id) ? [known, ...found] : found
  if (all.length === 0) return null
  return (
    <SelectField
      label={t("out.label")}
      hint={value ? t("out.hint") : undefined}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: t("out.wallet") },
        ...all.map(({ id, masked }) => ({ value: id, label: t("out.bank", { masked }) })),
      ]}
    />
  )
}
