/** Which way money goes: rules in their order, what providers cost, and a dry run. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { isProblem } from "@/api/problem"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Conflict } from "./Conflict"
import { Costs } from "./Costs"
import { routingQuery, useKeep, type Cost, type Routing, type Rule } from "./queries"
import { Rules } from "./Rules"
import { Trial } from "./Trial"
import { useWrong } from "./wrong"

/** What is being changed, and of which version it was made. */
interface Draft {
  base: number
  rules: Rule[]
  costs: Cost[]
}

export function RoutingScreen() {
  const { t } = useTranslation("routing")
  const found = useQuery(routingQuery)
  const kept = found.data
  return (
    <Screen title={t("title")} intro={t("intro")} back="/admin/connections" width="middle">
      {!kept && found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!kept && !found.isError && <RowsSkeleton />}
      {kept && <Editor kept={kept} />}
    </Screen>
  )
}

function Editor({ kept }: { kept: Routing }) {
  const { t, i18n } = useTranslation("routing")
  const [draft, setDraft] = useState<Draft | null>(null)
  const keep = useKeep()
  const wrong = useWrong()
  const now = draft ?? { base: kept.version, rules: kept.rules, costs: kept.costs }
  const isBehind = now.base !== kept.version
  const change = (part: Partial<Draft>) => setDraft({ ...now, ...part })
  const connected = kept.providers.map(({ name }) => name)
  const save = () =>
    keep.mutate(
      { version: now.base, rules: now.rules, costs: now.costs },
      {
        onSuccess: () => {
          setDraft(null)
          toast({ text: t("kept"), tone: "good" })
        },
      },
    )
  // That somebody else was faster is told by the card, which also says what to do.
  const error = isProblem(keep.error, "gateways.routing_changed") && isBehind ? null : keep.error
  return (
    <>
      {isBehind && (
        <Conflict
          kept={kept}
          mine={now.rules}
          onAdd={(rule) => change({ rules: [...now.rules, rule] })}
          onMine={() => {
            keep.reset()
            change({ base: kept.version })
          }}
          onTheirs={() => {
            keep.reset()
            setDraft(null)
          }}
        />
      )}
      {kept.made_at && (
        <Text size="small" tone="quiet">
          {t("made", { moment: formatMoment(kept.made_at, i18n.language), version: kept.version })}
        </Text>
      )}
      <Rules rules={now.rules} connected={connected} onRules={(rules) => change({ rules })} />
      <Costs costs={now.costs} connected={connected} onCosts={(costs) => change({ costs })} />
      {draft && (
        <Stack gap={3} as="section" aria-label={t("unkept")}>
          <Text bold>{t("unkept")}</Text>
          <ProblemNote error={error} />
          {wrong(error, now.rules)}
          <Stack row wrap gap={3}>
            <Button size="large" loading={keep.isPending} disabled={isBehind} onClick={save}>
              {t("keep")}
            </Button>
            <Button
              variant="text"
              color="inherit"
              onClick={() => {
                keep.reset()
                setDraft(null)
              }}
            >
              {t("drop")}
            </Button>
          </Stack>
        </Stack>
      )}
      <Trial isOfKept={draft !== null} />
    </>
  )
}
