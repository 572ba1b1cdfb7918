/** What was tried through a provider, how far it has come, and why it went this way. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"
import { providerName } from "./names"
import { Paged } from "./Paged"
import { attemptsQuery, type Attempt } from "./queries"
import { RouteWords } from "./routing/RouteWords"

type State = Attempt["state"]

const STATES = [
  ...(["created", "pending", "unknown", "succeeded", "failed", "expired"] as const),
  ...(["mismatched", "partly_refunded", "refunded"] as const),
] satisfies State[]

const MARK: Record<State, Glyph> = {
  created: "clock",
  pending: "clock",
  unknown: "help",
  succeeded: "check",
  failed: "close",
  expired: "close",
  mismatched: "warn",
  partly_refunded: "back",
  refunded: "back",
}

/** Why an attempt failed, where there are words for it. */
const FAILURES = [
  ...(["declined", "declined_by_bank", "abandoned", "expired", "amount_mismatch", "no_answer", "unreadable"] as const),
  ...(["not_offered", "amount_not_offered", "payment_failed", "refund_failed", "transfer_failed"] as const),
  ...(["account_closed", "no_such_account"] as const),
]

export function Attempts({ provider }: { provider: string }) {
  const { t } = useTranslation("connections")
  const [state, setState] = useState<State | "">("")
  const [shown, setShown] = useState<Attempt | null>(null)
  const list = useInfiniteQuery(attemptsQuery(provider, state))
  return (
    <>
      <SelectField
        label={t("attempt.filter")}
        value={state}
        onChange={(value) => setState(value as State | "")}
        options={[{ value: "", label: t("attempt.all") }, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <Paged
        list={list}
        empty={t("log.no_attempts")}
        keyOf={({ id }) => id}
        row={(one) => <Row attempt={one} onShow={() => setShown(one)} />}
      />
      <Sheet open={shown !== null} title={t("attempt.one")} onClose={() => setShown(null)}>
        {shown && <One attempt={shown} />}
      </Sheet>
    </>
  )
}

function useFailure() {
  const { t } = useTranslation("connections")
  return (failure: string) => {
    const known = FAILURES.find((one) => one === failure)
    return known ? t(`failure.${known}`) : failure.replaceAll("_", " ")
  }
}

function Row({ attempt, onShow }: { attempt: Attempt; onShow: () => void }) {
  const { t, i18n } = useTranslation("connections")
  const why = useFailure()
  const { amount, direction, state, failure, route, created_at } = attempt
  const facts = [
    t(`state.${state}`),
    failure && why(failure),
    formatMoment(created_at, i18n.language),
    route?.rule && t("attempt.rule", { rule: route.rule }),
  ]
  return (
    <ListRow
      onClick={onShow}
      start={<Icon name={MARK[state]} />}
      title={`${formatMoney(amount, i18n.language)} · ${t(`direction.${direction}`)}`}
      second={facts.filter(Boolean).join(" · ")}
    />
  )
}

function One({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation("connections")
  const why = useFailure()
  const { id, provider, amount, direction, state, failure, purpose, reference, follows, route } = attempt
  const code = (text: string) => <code style={{ overflowWrap: "anywhere", fontWeight: 400 }}>{text}</code>
  return (
    <Stack gap={4}>
      <Facts>
        <Fact name={t(`direction.${direction}`)}>{formatMoney(amount, i18n.language)}</Fact>
        <Fact name={t("attempt.provider")}>{providerName(provider)}</Fact>
        <Fact name={t("attempt.state")}>{t(`state.${state}`)}</Fact>
        {failure && <Fact name={t("attempt.failure")}>{why(failure)}</Fact>}
        <Fact name={t("attempt.began")}>{formatMoment(attempt.created_at, i18n.language)}</Fact>
        <Fact name={t("attempt.changed")}>{formatMoment(attempt.changed_at, i18n.language)}</Fact>
        <Fact name={t("attempt.id")}>{code(id)}</Fact>
        <Fact name={t("attempt.purpose")}>{code(purpose)}</Fact>
        <Fact name={t("attempt.reference")}>{code(reference)}</Fact>
        {follows && <Fact name={t("attempt.follows")}>{code(follows)}</Fact>}
      </Facts>
      <Stack gap={2} as="section">
        <Text as="h3" bold>
          {t("attempt.why")}
        </Text>
        {route ? <RouteWords route={route} currency={amount.currency} isPast /> : <Text>{t("attempt.no_route")}</Text>}
      </Stack>
    </Stack>
  )
}
