/** What a segment costs through each channel and to each country, as an admin says. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMicro } from "@/lib/money"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Card, ListCard } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { tariffsQuery, useTariff } from "./costs"
import { readPrice } from "./price"
import { CHANNELS, type Channel } from "./queries"

export function Tariffs() {
  const { t, i18n } = useTranslation("deliveries")
  const found = useQuery(tariffsQuery)
  const keep = useTariff()
  const items = found.data?.items
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("tariffs.title")}
      </Text>
      <Text tone="quiet">{t("tariffs.intro")}</Text>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {items?.length === 0 && <Text tone="quiet">{t("tariffs.none")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={`${one.channel} ${one.prefix}`}>
              <ListRow
                title={`${t(`channel.${one.channel}`)} · ${one.prefix || t("tariffs.everywhere")}`}
                second={formatMicro(one, i18n.language)}
                end={
                  <Button variant="text" onClick={() => keep.mutate({ ...one, micro: null })}>
                    {t("tariffs.remove")}
                  </Button>
                }
              />
            </li>
          ))}
        </ListCard>
      )}
      <ProblemNote error={keep.error} />
      <Draft isKeeping={keep.isPending} onKeep={(wanted) => keep.mutate(wanted)} />
    </Stack>
  )
}

interface DraftProps {
  isKeeping: boolean
  onKeep: (wanted: { channel: Channel; prefix: string; currency: string; micro: number }) => void
}

function Draft({ isKeeping, onKeep }: DraftProps) {
  const { t } = useTranslation("deliveries")
  const [channel, setChannel] = useState<Channel>("sms")
  const [prefix, setPrefix] = useState("")
  const [currency, setCurrency] = useState("INR")
  const [amount, setAmount] = useState("")
  const micro = readPrice(amount)
  return (
    <Card>
      <Form onSubmit={() => micro !== null && onKeep({ channel, prefix: prefix.trim(), currency, micro })}>
        <SelectField
          label={t("filter.channel")}
          value={channel}
          onChange={(value) => setChannel(value as Channel)}
          options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <Field
          label={t("tariffs.prefix")}
          hint={t("tariffs.prefix_hint")}
          value={prefix}
          inputMode="tel"
          maxLength={8}
          onChange={(event) => setPrefix(event.target.value)}
        />
        <Field
          label={t("tariffs.currency")}
          value={currency}
          maxLength={3}
          autoCapitalize="characters"
          onChange={(event) => setCurrency(event.target.value.toUpperCase())}
        />
        <Field
          label={t("tariffs.amount")}
          hint={t("tariffs.amount_hint")}
          value={amount}
          inputMode="decimal"
          maxLength={13}
          onChange={(event) => setAmount(event.target.value)}
        />
        <Button type="submit" variant="outlined" loading={isKeeping} disabled={micro === null}>
          {t("tariffs.keep")}
        </Button>
      </Form>
    </Card>
  )
}
