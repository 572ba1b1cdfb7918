/** Make a group: first what kind, then what it is called. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Switch } from "@/ui/mui/Switch"
import { createGroup, KINDS, kindsQuery, type GroupKind } from "@/api/groups"
import { CURRENCIES, currencyName } from "@/lib/currencies"
import { HOME_CURRENCY } from "@/lib/money"
import { SelectField } from "@/ui/fields/SelectField"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { EditPlans } from "./dues/EditPlans"
import { draftOf, plansOf, type Draft } from "./dues/plan-draft"
import { NameFields, namesOf, type Names } from "./NameFields"
import { DoorNote, VerifyLink } from "./members/WomenOnly"

const LOOKS = {
  simple_pot: { service: "groups", sign: "wallet" },
  savings_group: { service: "save", sign: "save" },
  event_fund: { service: "bills", sign: "calendar" },
} as const satisfies Record<GroupKind, object>

export function CreateScreen() {
  const { t } = useTranslation("groups")
  const [kind, setKind] = useState<GroupKind | null>(null)
  if (kind) return <Details kind={kind} onBack={() => setKind(null)} />
  return (
    <Screen title={t("create.title")} intro={t("create.intro")} back="/groups">
      <ListCard>
        {KINDS.map((choice) => (
          <li key={choice}>
            <ListRow
              start={<ServiceIcon service={LOOKS[choice].service} sign={LOOKS[choice].sign} size={56} />}
              title={t(`create.${choice}`)}
              second={t(`create.${choice}_body`)}
              end={<Icon name="next" size={20} />}
              onClick={() => setKind(choice)}
            />
          </li>
        ))}
      </ListCard>
      <Text size="small" tone="quiet">
        {t("create.rules_later")}
      </Text>
    </Screen>
  )
}

function Details({ kind, onBack }: { kind: GroupKind; onBack: () => void }) {
  const { t, i18n } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [names, setNames] = useState<Names>({ name: "", purpose: "" })
  const [currency, setCurrency] = useState(HOME_CURRENCY)
  const [isWomenOnly, setWomenOnly] = useState(false)
  const kinds = useQuery(kindsQuery(currency, i18n.language))
  const rules = kinds.data?.find((each) => each.kind === kind)?.constitution
  /** Null until somebody changes what the kind comes with. */
  const [changed, setDues] = useState<Draft[] | null>(null)
  const dues = changed ?? rules?.dues?.map((plan) => draftOf(plan, currency)) ?? []
  const plans = plansOf(dues, currency)
  const making = useMutation({
    mutationFn: createGroup,
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: ["groups"] })
      await navigate({ to: "/groups/$id", params: { id }, replace: true })
    },
  })
  const called = namesOf(names)
  const isReady = called !== null && plans !== null
  const go = () => {
    if (!isReady || making.isPending) return
    const about = { kind, ...called, currency, is_women_only: isWomenOnly }
    making.mutate(changed && rules ? { ...about, constitution: { ...rules, dues: plans } } : about)
  }
  return (
    <Screen title={t(`create.${kind}`)} intro={t(`create.${kind}_body`)} back={onBack}>
      <Form onSubmit={go}>
        <NameFields names={names} onChange={setNames} />
        <SelectField
          label={t("create.currency")}
          value={currency}
          onChange={setCurrency}
          options={CURRENCIES.map((code) => ({ value: code, label: `${currencyName(code, i18n.language)} (${code})` }))}
        />
        <Stack row justify="space-between" gap={4}>
          <label htmlFor="women-only">
            <Text as="span" bold>
              {t("create.women_only")}
            </Text>
            <Text as="span" size="small" tone="quiet" style={{ display: "block" }}>
              {t("create.women_only_hint")}
            </Text>
          </label>
          <Switch
            checked={isWomenOnly}
            onChange={(event) => setWomenOnly(event.target.checked)}
            slotProps={{ input: { id: "women-only" } }}
          />
        </Stack>
        {isWomenOnly && !making.error && <VerifyLink />}
        {rules && <EditPlans drafts={dues} currency={currency} onChange={setDues} />}
        <DoorNote error={making.error} />
        <Button size="large" type="submit" disabled={!isReady} loading={making.isPending}>
          {t("create.go")}
        </Button>
      </Form>
    </Screen>
  )
}
