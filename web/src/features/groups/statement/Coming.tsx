/** Money from outside that a pot waits for, or that did not reach it; its payer can go on from here. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Movement } from "@/api/groups"
import { askTopUp, isOpen } from "@/api/rails"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { StatusMark } from "@/ui/money/StatusMark"

const REASONS = ["member_left", "group_over", "loan_not_open", "wallet_closed"] as const

/** Nothing for what simply moved. */
export function Coming({ line }: { line: Movement }) {
  const { t, i18n } = useTranslation("pots")
  const { kind, status, checkout, failure } = line
  const isIn = kind === "contribution" || kind === "repayment"
  if (!isIn || (status === "succeeded" && !checkout)) return null
  const reason = REASONS.find((known) => known === failure)
  const body = status === "pending" && !checkout ? t("state.pending_theirs") : t(`state.${status}_body`)
  return (
    <Card>
      <Stack gap={3} role="status">
        <div>
          <StatusMark status={status} chip />
        </div>
        <Text as="h2" size="title">
          {t(`state.${status}`)}
        </Text>
        <Text>{[reason && t(`reason.${reason}`), body].filter(Boolean).join(" ")}</Text>
        {checkout?.kept && (
          <Text>{t("state.kept", { amount: formatMoney(checkout.kept, i18n.language, { trim: true }) })}</Text>
        )}
        {checkout && isOpen(status) && <GoOn line={line} page={checkout} />}
      </Stack>
    </Card>
  )
}

function GoOn({ line, page }: { line: Movement; page: NonNullable<Movement["checkout"]> }) {
  const { t, i18n } = useTranslation("rails")
  const cache = useQueryClient()
  const asking = useMutation({
    mutationFn: () => askTopUp(page.top_up_id),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <>
      {page.url && page.expires_at && (
        <Text size="small" tone="quiet">
          {t("top_up.until", { at: formatMoment(page.expires_at, i18n.language) })}
        </Text>
      )}
      {page.url && (
        <Button variant="outlined" size="large" href={page.url}>
          {t("top_up.pay_page")}
        </Button>
      )}
      <ProblemNote error={asking.error} money="unknown" />
      {asking.isSuccess && isOpen(asking.data.status) && isOpen(line.status) && (
        <Text centered>{t("top_up.not_yet")}</Text>
      )}
      <Button size="large" loading={asking.isPending} onClick={() => asking.mutate()}>
        {t("top_up.ask")}
      </Button>
    </>
  )
}
