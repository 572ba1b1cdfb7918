/** Authentic callbacks; by one that names an attempt the provider can be asked again. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { formatNumber } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { ListRow } from "@/ui/people/ListRow"
import { Paged } from "./Paged"
import { callbacksQuery, useReplay, type Callback } from "./queries"

export function Callbacks({ provider }: { provider: string }) {
  const { t } = useTranslation("connections")
  const list = useInfiniteQuery(callbacksQuery(provider))
  const replay = useReplay()
  const again = (one: Callback) =>
    replay.mutate(one, { onSuccess: () => toast({ text: t("callback.asked"), tone: "good" }) })
  return (
    <>
      <ProblemNote error={replay.error} />
      <Paged
        list={list}
        empty={t("log.no_callbacks")}
        keyOf={(one) => one.event_id}
        row={(one) => (
          <Row
            callback={one}
            isBusy={replay.isPending && replay.variables.event_id === one.event_id}
            onReplay={() => again(one)}
          />
        )}
      />
    </>
  )
}

interface RowProps {
  callback: Callback
  isBusy: boolean
  onReplay: () => void
}

function Row({ callback, isBusy, onReplay }: RowProps) {
  const { t, i18n } = useTranslation("connections")
  const { kind, event_id, attempt, state, signed_with, received_at, copies } = callback
  const facts = [
    formatMoment(received_at, i18n.language),
    state ? t("callback.attempt", { state: t(`state.${state}`) }) : t("callback.nobody"),
    copies > 1 && t("callback.copies", { count: copies, number: formatNumber(copies, i18n.language) }),
    signed_with === "previous" && t("callback.previous"),
    event_id,
  ]
  return (
    <ListRow
      start={<Icon name={attempt ? "check" : "info"} />}
      title={
        <span lang="en" style={{ overflowWrap: "anywhere" }}>
          {kind}
        </span>
      }
      second={
        <Stack as="span" gap={2} align="start">
          <span style={{ overflowWrap: "anywhere" }}>{facts.filter(Boolean).join(" · ")}</span>
          {/* Ids are long: beside them a button would leave them no room. */}
          {attempt && (
            <Button variant="outlined" loading={isBusy} onClick={onReplay}>
              {t("callback.replay")}
            </Button>
          )}
        </Stack>
      }
    />
  )
}
