/** What was sent to an endpoint, and again. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"
import { STATES, deliveriesQuery, deliveryQuery, useReplay, type Delivery, type Endpoint, type State } from "./queries"

const MARK = { queued: "clock", delivered: "check", failed: "warn" } as const

export function Deliveries({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation("webhooks")
  const [state, setState] = useState<State | "">("")
  const [shown, setShown] = useState<string | null>(null)
  const log = useInfiniteQuery(deliveriesQuery(endpoint.id, state))
  const items = log.data?.pages.flatMap((page) => page.items)
  return (
    <Stack gap={4}>
      <Text as="h2" size="title">
        {t("log")}
      </Text>
      <SelectField
        label={t("filter")}
        value={state}
        onChange={(value) => setState(value as State | "")}
        options={[{ value: "", label: t("all") }, ...STATES.map((value) => ({ value, label: t(`delivery.${value}`) }))]}
      />
      {!items && log.isError && <ErrorState error={log.error} onRetry={() => void log.refetch()} />}
      {!items && !log.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{t("nothing_sent")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={one.id}>
              <Row delivery={one} onShow={() => setShown(one.id)} />
            </li>
          ))}
        </ListCard>
      )}
      <More
        hasMore={log.hasNextPage}
        isLoading={log.isFetchingNextPage}
        onMore={() => void log.fetchNextPage()}
      />
      <Sheet open={shown !== null} title={t("one")} onClose={() => setShown(null)}>
        {shown && <One id={shown} isOn={endpoint.state === "enabled"} onDone={() => setShown(null)} />}
      </Sheet>
    </Stack>
  )
}

function Row({ delivery, onShow }: { delivery: Delivery; onShow: () => void }) {
  const { t, i18n } = useTranslation("webhooks")
  const { state, failure, tries } = delivery
  const facts = [
    t(`delivery.${state}`),
    failure && t(`failure.${failure}`),
    formatMoment(delivery.queued_at, i18n.language),
    tries > 1 && t("tries", { tries: tries.toLocaleString(i18n.language) }),
  ]
  return (
    <ListRow
      onClick={onShow}
      start={<Icon name={MARK[state]} />}
      title={delivery.kind}
      second={facts.filter(Boolean).join(" · ")}
    />
  )
}

interface OneProps {
  id: string
  isOn: boolean
  onDone: () => void
}

function One({ id, isOn, onDone }: OneProps) {
  const { t, i18n } = useTranslation("webhooks")
  const found = useQuery(deliveryQuery(id))
  const replay = useReplay()
  if (!found.data) return found.isError ? <ErrorState error={found.error} /> : <RowsSkeleton />
  const { body, tries } = found.data
  return (
    <Stack gap={4}>
      <Text size="small" lang="en" style={{ overflowWrap: "anywhere", fontFamily: "monospace" }}>
        {body}
      </Text>
      {tries.map((one) => (
        <Stack key={one.number} gap={1}>
          <Text bold>
            {[one.outcome ? t(`outcome.${one.outcome}`) : t("outcome.none"), one.status].filter(Boolean).join(" · ")}
          </Text>
          <Text size="small" tone="quiet">
            {formatMoment(one.began_at, i18n.language)}
          </Text>
          {one.answer && (
            <Text size="small" style={{ overflowWrap: "anywhere", fontFamily: "monospace" }}>
              {one.answer}
            </Text>
          )}
        </Stack>
      ))}
      <ProblemNote error={replay.error} />
      {isOn && (
        <Button loading={replay.isPending} onClick={() => replay.mutate(id, { onSuccess: onDone })}>
          {t("replay")}
        </Button>
      )}
    </Stack>
  )
}
