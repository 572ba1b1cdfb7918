/** All filters of the history; each change is applied at once. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { payeeQuery, recentPayeesQuery } from "@/api/payees"
import { walletsQuery } from "@/api/wallets"
import { HOME_CURRENCY } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountField } from "./AmountField"
import { countOf, KINDS, kindsOf, STATUSES, statusesOf, toggled, type Filters } from "./filters"
import { spansOf } from "./spans"

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
}

export function FilterFields({ filters, onChange }: Props) {
  const { t } = useTranslation(["payments", "app"])
  const change = (part: Filters) => onChange({ ...filters, ...part })
  return (
    <Stack gap={5}>
      <Segments
        label={t("filter.direction")}
        value={filters.direction ?? "all"}
        options={[
          { value: "all", label: t("filter.all") },
          { value: "in", label: t("filter.in") },
          { value: "out", label: t("filter.out") },
        ]}
        onChange={(side) => change({ direction: side === "all" ? undefined : side })}
      />
      <Choices
        label={t("filter.kind")}
        options={KINDS.map((kind) => ({ value: kind, label: t(`filter.kinds.${kind}`) }))}
        chosen={kindsOf(filters)}
        onToggle={(kind) => change({ kind: toggled(filters.kind, kind) })}
      />
      <PersonField filters={filters} onChange={onChange} />
      <Days filters={filters} onChange={onChange} />
      <Amounts filters={filters} onChange={onChange} />
      <Choices
        label={t("column.status")}
        options={STATUSES.map((status) => ({ value: status, label: t(`app:status.${status}`) }))}
        chosen={statusesOf(filters)}
        onToggle={(status) => change({ status: toggled(filters.status, status) })}
      />
      {countOf(filters) > 0 && (
        <Button variant="text" onClick={() => onChange({ text: filters.text })}>
          {t("filter.clear")}
        </Button>
      )}
    </Stack>
  )
}

interface ChoicesProps {
  label: string
  options: { value: string; label: string }[]
  chosen: string[]
  onToggle: (value: string) => void
}

function Choices({ label, options, chosen, onToggle }: ChoicesProps) {
  return (
    <Stack gap={2} role="group" aria-label={label}>
      <Text bold>{label}</Text>
      <Pills>
        {options.map((option) => (
          <Pill
            key={option.value}
            type="button"
            aria-pressed={chosen.includes(option.value)}
            onClick={() => onToggle(option.value)}
          >
            {option.label}
          </Pill>
        ))}
      </Pills>
    </Stack>
  )
}

function PersonField({ filters, onChange }: Props) {
  const { t } = useTranslation("payments")
  const recent = useQuery(recentPayeesQuery).data ?? []
  const chosen = useQuery({ ...payeeQuery(filters.person ?? ""), enabled: Boolean(filters.person) }).data
  const people = chosen && !recent.some(({ id }) => id === chosen.id) ? [chosen, ...recent] : recent
  if (people.length === 0) return null
  return (
    <SelectField
      label={t("filter.person")}
      value={filters.person ?? ""}
      onChange={(person) => onChange({ ...filters, person: person || undefined })}
      options={[
        { value: "", label: t("filter.anybody") },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

function Days({ filters, onChange }: Props) {
  const { t } = useTranslation("payments")
  return (
    <Stack gap={3}>
      <Text bold>{t("filter.days")}</Text>
      <Pills>
        {spansOf(new Date()).map(({ name, from, to }) => {
          const isChosen = filters.from === from && filters.to === to
          return (
            <Pill
              key={name}
              type="button"
              aria-pressed={isChosen}
              onClick={() => onChange({ ...filters, ...(isChosen ? { from: undefined, to: undefined } : { from, to }) })}
            >
              {t(`filter.spans.${name}`)}
            </Pill>
          )
        })}
      </Pills>
      {(["from", "to"] as const).map((end) => (
        <Field
          key={end}
          type="date"
          label={t(`filter.${end}`)}
          value={filters[end] ?? ""}
          onChange={(event) => onChange({ ...filters, [end]: event.target.value || undefined })}
        />
      ))}
    </Stack>
  )
}

function Amounts({ filters, onChange }: Props) {
  const { t } = useTranslation("payments")
  const currencies = (useQuery(walletsQuery).data ?? []).map((wallet) => wallet.currency)
  const currency = filters.currency ?? currencies[0] ?? HOME_CURRENCY
  return (
    <Stack gap={3}>
      {currencies.length > 1 && (
        <SelectField
          label={t("amount.currency")}
          value={filters.currency ?? ""}
          onChange={(chosen) => onChange({ ...filters, currency: chosen || undefined })}
          options={[
            { value: "", label: t("filter.all") },
            ...currencies.map((code) => ({ value: code, label: code })),
          ]}
        />
      )}
      {(["min", "max"] as const).map((end) => (
        <AmountField
          key={`${end}:${currency}`}
          label={t(`filter.${end}`)}
          currency={currency}
          minor={filters[end]}
          onChange={(minor) => onChange({ ...filters, [end]: minor })}
        />
      ))}
    </Stack>
  )
}
