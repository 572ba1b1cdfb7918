/** Which channels may reach the person, and when she is left in peace; the app itself always tells. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Icon } from "@/ui/icons/Icon"
import { SelectField } from "@/ui/fields/SelectField"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Matters } from "./Matters"
import { Summary } from "./Summary"
import { CHANNELS, useWish, wishesQuery } from "./wishes"

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export function Reached() {
  const { t } = useTranslation("settings")
  const found = useQuery(wishesQuery)
  const wish = useWish()
  if (!found.data) return found.isError ? <ErrorState error={found.error} /> : null
  // What was just chosen is shown at once.
  const wishes = wish.isPending ? wish.variables : found.data
  const isOn = (channel: (typeof CHANNELS)[number]) => !wishes.off.includes(channel)
  const turn = (channel: (typeof CHANNELS)[number]) => {
    const others = wishes.off.filter((one) => one !== channel)
    wish.mutate({ ...wishes, off: isOn(channel) ? [...others, channel] : others })
  }
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("reached.title")}
      </Text>
      <Text tone="quiet">{t("reached.body")}</Text>
      {wish.isError && <ErrorState error={wish.error} />}
      <Pills role="group" aria-label={t("reached.title")}>
        {CHANNELS.map((channel) => (
          <Pill
            key={channel}
            type="button"
            aria-pressed={isOn(channel)}
            onClick={() => turn(channel)}
          >
            {t(`reached.${channel}`)}
            {isOn(channel) && <Icon name="check" size={18} />}
          </Pill>
        ))}
      </Pills>
      <Hour
        label={t("reached.quiet_from")}
        value={wishes.quiet_from}
        onChange={(quiet_from) => wish.mutate({ ...wishes, quiet_from })}
      />
      <Hour
        label={t("reached.quiet_until")}
        value={wishes.quiet_until}
        onChange={(quiet_until) => wish.mutate({ ...wishes, quiet_until })}
      />
      <Matters wishes={wishes} onWish={(wanted) => wish.mutate(wanted)} />
      <Summary wishes={wishes} onWish={(wanted) => wish.mutate(wanted)} />
    </Stack>
  )
}

interface HourProps {
  label: string
  value: number
  onChange: (hour: number) => void
}

function Hour({ label, value, onChange }: HourProps) {
  const { i18n } = useTranslation()
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: "numeric", minute: "2-digit" })
  const options = HOURS.map((hour) => ({
    value: String(hour),
    label: clock.format(new Date(2027, 0, 1, hour)),
  }))
  return (
    <SelectField
      label={label}
      value={String(value)}
      options={options}
      onChange={(hour) => onChange(Number(hour))}
    />
  )
}
