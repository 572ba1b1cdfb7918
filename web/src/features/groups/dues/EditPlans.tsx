/** The dues in the rules of a group: how much, how often, and what lateness costs. */
import { useTranslation } from "react-i18next"
import { Field } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { MoneyField } from "../fields"
import { EditDays } from "./EditDays"
import { EditFine } from "./EditFine"
import { draftOf, newPlan, type Draft } from "./plan-draft"

const MOST_PLANS = 5

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
  const { t } = useTranslation("dues")
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change })
  return (
    <Stack gap={4}>
      <Field
        label={t("edit.name")}
        maxLength={60}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <MoneyField
        label={t("edit.amount")}
        currency={currency}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
      />
      <EditDays draft={draft} set={set} />
      <EditFine fine={draft.fine} currency={currency} onChange={(fine) => set({ fine })} />
      <Button type="button" variant="text" color="error" onClick={onRemove}>
        {t("edit.remove", { name: draft.name })}
      </Button>
    </Stack>
  )
}
