/** One endpoint: how it does, what was sent to it, and what can be done about it. */
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { Deliveries } from "./Deliveries"
import { hostOf } from "./host"
import { endpointQuery, useActs, type Endpoint } from "./queries"
import { SecretCard } from "./SecretCard"

const DAY_MS = 86_400_000

export function WebhookScreen({ id }: { id: string }) {
  const { t } = useTranslation("webhooks")
  const found = useQuery(endpointQuery(id))
  const endpoint = found.data
  const title = endpoint ? endpoint.description || hostOf(endpoint.url) : t("title")
  return (
    <Screen title={title} back="/admin/webhooks" width="middle">
      {!endpoint && found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!endpoint && !found.isError && <RowsSkeleton />}
      {endpoint && <Standing endpoint={endpoint} />}
      {endpoint && <Deliveries endpoint={endpoint} />}
    </Screen>
  )
}

function Standing({ endpoint }: { endpoint: Endpoint }) {
  const { t, i18n } = useTranslation("webhooks")
  const acts = useActs(endpoint.id)
  const isOn = endpoint.state === "enabled"
  const why = endpoint.paused_because
  const since = endpoint.failing_since
  const failed = [acts.test, acts.turn, acts.replayFailed].find((act) => act.isError)
  const replay = async () => {
    const { count } = await acts.replayFailed.mutateAsync(new Date(Date.now() - 30 * DAY_MS).toISOString())
    toast({ text: t("replayed", { count: count.toLocaleString(i18n.language) }), tone: "good" })
  }
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={3}>
          <Text as="h2" size="large" bold>
            {why ? t(`paused.${why}`) : t("state.enabled")}
          </Text>
          {isOn && since && (
            <Text tone="bad">{t("failing_since", { moment: formatMoment(since, i18n.language) })}</Text>
          )}
          <Text style={{ overflowWrap: "anywhere" }}>{endpoint.url}</Text>
          <Text size="small" tone="quiet" lang="en" style={{ overflowWrap: "anywhere" }}>
            {endpoint.kinds.join(", ")}
          </Text>
          <Stack row gap={2} wrap>
            <Button variant="outlined" loading={acts.test.isPending} onClick={() => acts.test.mutate(undefined)}>
              {t("test")}
            </Button>
            <Button
              variant="outlined"
              loading={acts.turn.isPending}
              onClick={() => acts.turn.mutate(isOn ? "paused" : "enabled")}
            >
              {isOn ? t("pause") : t("enable")}
            </Button>
            {isOn && (
              <Button
                variant="outlined"
                loading={acts.replayFailed.isPending}
                onClick={() => void replay().catch(() => undefined)}
              >
                {t("replay_failed")}
              </Button>
            )}
          </Stack>
          <ProblemNote error={failed?.error} />
          <Danger id={endpoint.id} />
        </Stack>
      </Card>
    </Stack>
  )
}

/** What cannot be taken back is asked about first. */
function Danger({ id }: { id: string }) {
  const { t } = useTranslation("webhooks")
  const navigate = useNavigate()
  const { rotate, remove } = useActs(id)
  const [asked, setAsked] = useState<"rotate" | "remove" | null>(null)
  const go = async () => {
    if (asked === "rotate") await rotate.mutateAsync(undefined)
    if (asked === "remove") {
      await remove.mutateAsync(undefined)
      await navigate({ to: "/admin/webhooks" })
    }
    setAsked(null)
  }
  return (
    <>
      {rotate.data && <SecretCard secret={rotate.data.secret} />}
      <Stack row gap={2} wrap>
        <Button variant="text" onClick={() => setAsked("rotate")}>
          {t("rotate.do")}
        </Button>
        <Button variant="text" color="error" onClick={() => setAsked("remove")}>
          {t("remove.do")}
        </Button>
      </Stack>
      <ConfirmSheet
        open={asked !== null}
        title={t(`${asked ?? "rotate"}.title`)}
        body={t(`${asked ?? "rotate"}.body`)}
        confirm={t(`${asked ?? "rotate"}.do`)}
        tone={asked === "remove" ? "danger" : "plain"}
        busy={rotate.isPending || remove.isPending}
        error={rotate.error ?? remove.error}
        onConfirm={() => void go().catch(() => undefined)}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
