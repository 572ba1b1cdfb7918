/** What is done about an instalment that is not paid, on which days, and when people are left in peace. */
import { useTranslation } from "react-i18next"
import { formatHour } from "@/lib/time"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { MoneyField, NumberField } from "../fields"
import { CHANNELS, MOST_STEPS, stepsOf, type StepDraft } from "./draft"
import type { PartProps } from "./EditVote"

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export function EditSteps({ draft, currency, set }: PartProps) {
  const { t, i18n } = useTranslation("groups")
  const { steps } = draft
  const change = (which: StepDraft, part: Partial<StepDraft>) =>
    set({ steps: steps.map((each) => (each === which ? { ...which, ...part } : each)) })
  const add = () => {
    const last = steps.at(-1)
    const id = Math.max(0, ...steps.map((step) => step.id)) + 1
    set({ steps: [...steps, { id, channel: "app", day: String(Number(last?.day ?? 0) + 7) }] })
  }
  const hours = HOURS.map((hour) => ({
    value: String(hour),
    label: formatHour(new Date(2024, 0, 1, hour), i18n.language),
  }))
  return (
    <Stack as="section" gap={4}>
      <Text as="h2" size="title">
        {t("rules.late")}
      </Text>
      <Text tone="quiet">{t("rules.late_hint")}</Text>
      {steps.map((step) => (
        <Card key={step.id}>
          <Stack gap={4}>
            <SelectField
              label={t("rules.channel")}
              value={step.channel}
              onChange={(value) => change(step, { channel: CHANNELS.find((known) => known === value) ?? step.channel })}
              options={CHANNELS.map((value) => ({ value, label: t(`rules.channels.${value}`) }))}
            />
            <NumberField
              signed
              label={t("rules.day")}
              hint={t("rules.day_hint")}
              value={step.day}
              onChange={(day) => change(step, { day })}
            />
            <Button
              type="button"
              variant="text"
              color="error"
              onClick={() => set({ steps: steps.filter((each) => each !== step) })}
            >
              {t("rules.remove_step")}
            </Button>
          </Stack>
        </Card>
      ))}
      {stepsOf(steps) === null && (
        <Text tone="bad" role="alert">
          {t("rules.steps_wrong")}
        </Text>
      )}
      {steps.length < MOST_STEPS && (
        <Button type="button" variant="outlined" startIcon={<Icon name="add" />} onClick={add}>
          {t("rules.add_step")}
        </Button>
      )}
      <SelectField
        label={t("rules.quiet_from")}
        value={String(draft.quietFrom)}
        onChange={(value) => set({ quietFrom: Number(value) })}
        options={hours}
      />
      <SelectField
        label={t("rules.quiet_until")}
        value={String(draft.quietUntil)}
        onChange={(value) => set({ quietUntil: Number(value) })}
        options={hours}
      />
      <MoneyField
        label={t("setting.reserve_minor")}
        hint={t("rules.reserve_hint")}
        currency={currency}
        value={draft.reserve}
        onChange={(reserve) => set({ reserve })}
      />
    </Stack>
  )
}
