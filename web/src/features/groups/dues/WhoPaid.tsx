/** Who has paid and who has not, plan by plan. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { gridQuery, remindDues, type PlanRow } from "@/api/dues"
import { may, type Group } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Grid } from "./Grid"
import { Sums } from "./Sums"
import { dayName } from "./words"

const PERIODS = 3

interface Props {
  group: Group
  plans: PlanRow[]
}

export function WhoPaid({ group, plans }: Props) {
  const { t } = useTranslation("dues")
  const [chosen, setPlan] = useState(plans[0]?.plan.key ?? "")
  const plan = plans.find((each) => each.plan.key === chosen) ?? plans[0]
  if (!plan) return null
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("who.title")}
      </Text>
      {plans.length > 1 && (
        <Segments
          label={t("who.plan")}
          value={plan.plan.key}
          options={plans.map((each) => ({ value: each.plan.key, label: each.plan.name }))}
          onChange={setPlan}
        />
      )}
      {plan.is_over && <Text tone="quiet">{t("who.over")}</Text>}
      <OfPlan key={plan.plan.key} group={group} plan={plan} />
    </Stack>
  )
}

function OfPlan({ group, plan }: { group: Group; plan: PlanRow }) {
  const { t, i18n } = useTranslation("dues")
  const [which, setWhich] = useState<"all" | "owing">("all")
  const grid = useInfiniteQuery(gridQuery(group.id, plan.plan.key, PERIODS, which === "owing"))
  const periods = grid.data?.pages[0]?.periods ?? []
  const lines = grid.data?.pages.flatMap((page) => page.items) ?? []
  const newest = periods[0]
  if (grid.isPending) return <RowsSkeleton rows={4} />
  if (grid.isError && !grid.data) return <ErrorState error={grid.error} onRetry={() => void grid.refetch()} />
  if (!newest)
    return (
      <Card>
        <Text tone="quiet">
          {plan.next_on ? t("who.not_yet", { day: dayName(plan.next_on, i18n.language) }) : t("who.nothing")}
        </Text>
      </Card>
    )
  const isOwed = periods.some((period) => period.paid < period.members)
  return (
    <>
      <Sums period={newest} />
      <Segments
        label={t("who.which")}
        value={which}
        options={[
          { value: "all", label: t("who.all") },
          { value: "owing", label: t("who.owing") },
        ]}
        onChange={setWhich}
      />
      {lines.length === 0 ? (
        <Card>
          <Text tone="quiet">{t("who.none_owing")}</Text>
        </Card>
      ) : (
        <Grid group={group} periods={periods} lines={lines} />
      )}
      <More hasMore={grid.hasNextPage} isLoading={grid.isFetchingNextPage} onMore={() => void grid.fetchNextPage()} />
      {isOwed && may(group, "remind") && <Remind group={group} plan={plan} />}
    </>
  )
}

function Remind({ group, plan }: { group: Group; plan: PlanRow }) {
  const { t } = useTranslation("dues")
  const cache = useQueryClient()
  const remind = useMutation({
    mutationFn: () => remindDues(group.id, plan.plan.key),
    onSuccess: ({ members }) => toast({ text: t("remind.done", { count: members }), tone: "good" }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups", "dues", group.id] }),
  })
  return (
    <Stack gap={1}>
      <Button
        variant="outlined"
        startIcon={<Icon name="bell" />}
        loading={remind.isPending}
        onClick={() => remind.mutate()}
      >
        {t("remind.go")}
      </Button>
      <Text size="small" tone="quiet">
        {t("remind.hint")}
      </Text>
      <ProblemNote error={remind.error} />
    </Stack>
  )
}
