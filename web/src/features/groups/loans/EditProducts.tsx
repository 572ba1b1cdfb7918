/** The loans in the rules of a group, each with what one would cost by it. */
import { useTranslation } from "react-i18next"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { EditFine } from "../dues/EditFine"
import { MoneyField, NumberField, PercentField } from "../fields"
import { Example } from "./Example"
import { draftOf, GRACES, INTERESTS, newProduct, type ProductDraft } from "./product-draft"

const MOST_PRODUCTS = 10

interface Props {
  drafts: ProductDraft[]
  currency: string
  onChange: (drafts: ProductDraft[]) => void
}

export function EditProducts({ drafts, currency, onChange }: Props) {
  const { t } = useTranslation("loans")
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("edit.title")}
      </Text>
      {drafts.length === 0 && <Text tone="quiet">{t("edit.none")}</Text>}
      {drafts.map((draft) => (
        <Card key={draft.from.key}>
          <Product
            draft={draft}
            currency={currency}
            set={(change) => onChange(drafts.map((each) => (each === draft ? { ...draft, ...change } : each)))}
            onRemove={() => onChange(drafts.filter((each) => each !== draft))}
          />
        </Card>
      ))}
      {drafts.length < MOST_PRODUCTS && (
        <Button
          type="button"
          variant="outlined"
          startIcon={<Icon name="add" />}
          onClick={() => onChange([...drafts, draftOf(newProduct(t("edit.new_name")), currency)])}
        >
          {t("edit.add")}
        </Button>
      )}
    </Stack>
  )
}

interface PartProps {
  draft: ProductDraft
  currency: string
  set: (change: Partial<ProductDraft>) => void
}

function Product({ onRemove, ...part }: PartProps & { onRemove: () => void }) {
  const { t } = useTranslation("loans")
  const { draft, currency, set } = part
  return (
    <Stack gap={4}>
      <Field
        label={t("edit.name")}
        maxLength={60}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Cost {...part} />
      <Term {...part} />
      <Limits {...part} />
      <EditFine fine={draft.fine} currency={currency} onChange={(fine) => set({ fine })} />
      <Example draft={draft} currency={currency} />
      <Button type="button" variant="text" color="error" onClick={onRemove}>
        {t("edit.remove", { name: draft.name })}
      </Button>
    </Stack>
  )
}

function Cost({ draft, currency, set }: PartProps) {
  const { t } = useTranslation("loans")
  return (
    <>
      <SelectField
        label={t("edit.interest")}
        hint={t(`edit.interest_hint.${draft.interest}`)}
        value={draft.interest}
        onChange={(value) => set({ interest: INTERESTS.find((known) => known === value) ?? draft.interest })}
        options={INTERESTS.map((value) => ({ value, label: t(`edit.interests.${value}`) }))}
      />
      <PercentField label={t(`edit.rate_${draft.period}`)} value={draft.rate} onChange={(rate) => set({ rate })} />
      <MoneyField
        label={t("edit.fee")}
        hint={t("edit.fee_hint")}
        currency={currency}
        value={draft.fee}
        onChange={(fee) => set({ fee })}
      />
      <PercentField label={t("edit.fee_part")} value={draft.feePart} onChange={(feePart) => set({ feePart })} />
    </>
  )
}

function Term({ draft, set }: PartProps) {
  const { t } = useTranslation("loans")
  return (
    <>
      <SelectField
        label={t("edit.period")}
        value={draft.period}
        onChange={(value) => set({ period: value === "week" ? "week" : "month" })}
        options={(["week", "month"] as const).map((value) => ({ value, label: t(`edit.periods.${value}`) }))}
      />
      <NumberField label={t("edit.least")} value={draft.least} onChange={(least) => set({ least })} />
      <NumberField label={t("edit.most")} value={draft.most} onChange={(most) => set({ most })} />
      <SelectField
        label={t("edit.grace")}
        value={draft.grace}
        onChange={(value) => set({ grace: GRACES.find((known) => known === value) ?? draft.grace })}
        options={GRACES.map((value) => ({ value, label: t(`edit.graces.${value}`) }))}
      />
      {draft.grace !== "none" && (
        <NumberField
          label={t("edit.grace_count")}
          hint={t("edit.grace_hint")}
          value={draft.graceCount}
          onChange={(graceCount) => set({ graceCount })}
        />
      )}
    </>
  )
}

function Limits({ draft, currency, set }: PartProps) {
  const { t } = useTranslation("loans")
  return (
    <>
      <NumberField
        label={t("edit.guarantors")}
        value={draft.guarantors}
        onChange={(guarantors) => set({ guarantors })}
      />
      <NumberField
        label={t("edit.multiple")}
        hint={t("edit.multiple_hint")}
        value={draft.multiple}
        onChange={(multiple) => set({ multiple })}
      />
      <MoneyField
        label={t("edit.cap")}
        hint={t("edit.cap_hint")}
        currency={currency}
        value={draft.cap}
        onChange={(cap) => set({ cap })}
      />
    </>
  )
}
