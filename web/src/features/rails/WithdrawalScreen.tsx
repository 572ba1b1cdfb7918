/** Whether the money has reached the bank. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { withdrawalQuery } from "@/api/rails"
import type { Withdrawal } from "@/api/types"
import { formatMoment } from "@/lib/time"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { useRailFailure } from "./failures"
import { RailState } from "@/ui/money/RailState"

export default function WithdrawalScreen() {
  const { t } = useTranslation("rails")
  const { id } = useParams({ from: "/inside/withdrawals/$id" })
  const navigate = useNavigate()
  const withdrawal = useQuery(withdrawalQuery(id))
  const { data } = withdrawal
  const foot = data && (
    <>
      <Button component={Link} {...{ to: `/payments/${data.payment_id}` }} variant="outlined" size="large">
        {t("receipt")}
      </Button>
      <Button size="large" onClick={() => void navigate({ to: "/", replace: true })}>
        {t("home")}
      </Button>
    </>
  )
  return (
    <Screen title={t("withdraw.title")} back="/" foot={foot}>
      {data && (
        <>
          <AgeMark at={withdrawal.dataUpdatedAt} stale={withdrawal.isError} />
          <State withdrawal={data} />
        </>
      )}
      {withdrawal.isPending && <Bone height={320} />}
      {withdrawal.isError && !data && (
        <ErrorState error={withdrawal.error} onRetry={() => void withdrawal.refetch()} />
      )}
    </Screen>
  )
}

function State({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t, i18n } = useTranslation("rails")
  const failureOf = useRailFailure()
  const { status, amount, failure, destination, reference, created_at, settled_at } = withdrawal
  const reason = status === "failed" ? failureOf(failure) : null
  return (
    <>
      <RailState
        status={status}
        amount={amount}
        title={t(`out.${status}`)}
        body={[reason, t(`out.${status}_body`)].filter(Boolean).join(" ")}
      />
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          <Fact name={t("withdraw.to")}>
            <span className="tabular">{destination.masked}</span>
          </Fact>
          <Fact name={t("out.ordered")}>{formatMoment(created_at, i18n.language)}</Fact>
          {settled_at && <Fact name={t("out.ended")}>{formatMoment(settled_at, i18n.language)}</Fact>}
          <Fact name={t("out.reference")}>
            <span className="tabular">{reference}</span>
          </Fact>
        </Facts>
      </Card>
    </>
  )
}
