/** How the group decides: how many must say yes, for how long, and who votes for whom. */
import { useTranslation } from "react-i18next"
import { ADMISSIONS } from "@/api/groups"
import { formatNumber } from "@/lib/money"
import { SelectField } from "@/ui/fields/SelectField"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { MoneyField, NumberField } from "../fields"
import type { RulesDraft } from "./draft"

const PERCENTS = [51, 60, 67, 75, 100]
const HOURS = [24, 48, 72, 120, 168, 336]

export interface PartProps {
  draft: RulesDraft
  currency: string
  set: (change: Partial<RulesDraft>) => void
}

/** The choices with the one that stands now among them. */
function withCurrent(choices: number[], current: number): number[] {
  return [...new Set([...choices, current])].sort((one, other) => one - other)
}

export function EditVote({ draft, currency, set }: PartProps) {
  const { t, i18n } = useTranslation("groups")
  const { vote } = draft
  const percents = (current: number) =>
    withCurrent(PERCENTS, current).map((value) => ({
      value: String(value),
      label: t("unit.percent", { value: formatNumber(value, i18n.language) }),
    }))
  return (
    <Stack as="section" gap={4}>
      <Text as="h2" size="title">
        {t("rules.votes")}
      </Text>
      <SelectField
        label={t("setting.vote_percent")}
        value={String(vote.percent)}
        onChange={(value) => set({ vote: { ...vote, percent: Number(value) } })}
        options={percents(vote.percent)}
      />
      <SelectField
        label={t("setting.vote_weighty_percent")}
        value={String(vote.weighty_percent)}
        onChange={(value) => set({ vote: { ...vote, weighty_percent: Number(value) } })}
        options={percents(vote.weighty_percent)}
      />
      <SelectField
        label={t("setting.vote_open_hours")}
        value={String(vote.open_hours)}
        onChange={(value) => set({ vote: { ...vote, open_hours: Number(value) } })}
        options={withCurrent(HOURS, vote.open_hours).map((value) => ({
          value: String(value),
          label: value % 24 === 0 ? t("unit.days", { count: value / 24 }) : t("unit.hours", { count: value }),
        }))}
      />
      <NumberField label={t("rules.lapse")} value={draft.lapse} onChange={(lapse) => set({ lapse })} />
      <MoneyField
        label={t("setting.vote_second_factor_minor")}
        currency={currency}
        value={draft.pin}
        onChange={(pin) => set({ pin })}
      />
      <NumberField
        label={t("setting.vote_delegations")}
        value={draft.delegations}
        onChange={(delegations) => set({ delegations })}
      />
      <NumberField
        label={t("rules.delegation_days")}
        value={draft.delegationDays}
        onChange={(delegationDays) => set({ delegationDays })}
      />
      <SelectField
        label={t("setting.admission")}
        value={draft.admission}
        onChange={(value) => set({ admission: ADMISSIONS.find((known) => known === value) ?? draft.admission })}
        options={ADMISSIONS.map((value) => ({ value, label: t(`admission.${value}`) }))}
      />
      <NumberField label={t("setting.max_members")} value={draft.members} onChange={(members) => set({ members })} />
    </Stack>
  )
}
