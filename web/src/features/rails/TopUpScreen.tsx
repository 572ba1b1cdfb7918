/** Where the provider's page leads back to: whether the money has come. */
import { Button } from "@/ui/layout/Button"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { askTopUp, isOpen, topUpQuery } from "@/api/rails"
import type { TopUp } from "@/api/types"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Bone } from "@/ui/feedback/Skeletons"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { useRailFailure } from "./failures"
import { RailState } from "@/ui/money/RailState"

export default function TopUpScreen() {
  const { t } = useTranslation("rails")
  const { id } = useParams({ from: "/inside/add-money/$id" })
  const topUp = useQuery(topUpQuery(id))
  const { data } = topUp
  return (
    <Screen title={t("add.title")} back="/" foot={data && <Foot topUp={data} />}>
      {data && <State topUp={data} />}
      {topUp.isPending && <Bone height={320} />}
      {topUp.isError && !data && (
        <ErrorState error={topUp.error} money="unknown" onRetry={() => void topUp.refetch()} />
      )}
    </Screen>
  )
}

function State({ topUp }: { topUp: TopUp }) {
  const { t, i18n } = useTranslation("rails")
  const failureOf = useRailFailure()
  const { status, amount, failure, expires_at } = topUp
  const reason = status === "failed" ? failureOf(failure) : null
  return (
    <>
      <RailState
        status={status}
        amount={amount}
        title={t(`top_up.${status}`)}
        body={[reason, t(`top_up.${status}_body`)].filter(Boolean).join(" ")}
      />
      {status === "pending" && expires_at && (
        <Text tone="quiet" centered>
          {t("top_up.until", { at: formatMoment(expires_at, i18n.language) })}
        </Text>
      )}
    </>
  )
}

function Foot({ topUp }: { topUp: TopUp }) {
  const { t } = useTranslation("rails")
  const navigate = useNavigate()
  const { status, checkout_url, payment_id } = topUp
  const home = () => void navigate({ to: "/", replace: true })
  if (isOpen(status))
    return (
      <>
        {checkout_url && (
          <Button variant="outlined" size="large" href={checkout_url}>
            {t("top_up.pay_page")}
          </Button>
        )}
        <AskNow topUp={topUp} />
      </>
    )
  if (status === "succeeded")
    return (
      <>
        <Button
          component={Link}
          {...{ to: `/payments/${payment_id}` }}
          variant="outlined"
          size="large"
        >
          {t("receipt")}
        </Button>
        <Button size="large" onClick={home}>
          {t("home")}
        </Button>
      </>
    )
  return (
    <>
      <Button variant="outlined" size="large" onClick={home}>
        {t("home")}
      </Button>
      <Button size="large" onClick={() => void navigate({ to: "/add-money", replace: true })}>
        {t("top_up.again")}
      </Button>
    </>
  )
}

/** The provider's call may be late or lost: the person can have us ask. */
function AskNow({ topUp }: { topUp: TopUp }) {
  const { t } = useTranslation("rails")
  const cache = useQueryClient()
  const asking = useMutation({
    mutationFn: () => askTopUp(topUp.id),
    onSuccess: (answer) => {
      cache.setQueryData(["top-ups", topUp.id], answer)
      if (!isOpen(answer.status)) {
        void cache.invalidateQueries({ queryKey: ["wallets"] })
        void cache.invalidateQueries({ queryKey: ["payments"] })
      }
    },
  })
  const isStillOpen = asking.isSuccess && isOpen(asking.data.status)
  return (
    <>
      <ProblemNote error={asking.error} money="unknown" />
      {isStillOpen && (
        <Text role="status" centered>
          {t("top_up.not_yet")}
        </Text>
      )}
      <Button size="large" loading={asking.isPending} onClick={() => asking.mutate()}>
        {t("top_up.ask")}
      </Button>
    </>
  )
}
