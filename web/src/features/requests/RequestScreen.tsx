/** One request: pay it or say no, remind of it or take it back. */
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { requestQuery } from "@/api/requests"
import type { PaymentRequest } from "@/api/types"
import { formatMoment } from "@/lib/time"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { PersonHead } from "@/ui/people/PersonHead"
import { Answer, AskerActions } from "./RequestActions"
import { RequestStatus } from "./RequestStatus"

const Receipt = styled(Link)({
  display: "inline-flex",
  alignItems: "center",
  minHeight: 48,
  marginBlock: -12,
  color: "var(--batua-palette-primary-main)", fontWeight: 650,
})

export default function RequestScreen() {
  const { t } = useTranslation("requests")
  const { id } = useParams({ from: "/inside/requests/$id" })
  const query = useQuery(requestQuery(id))
  const { data } = query
  const isOpen = data?.status === "open"
  return (
    <Screen
      title={t(data?.direction === "out" ? "one.title_out" : "one.title_in")}
      back="/requests"
      pinned
      foot={isOpen && (data.direction === "in" ? <Answer request={data} /> : <AskerActions request={data} />)}
    >
      {data && (
        <>
          <AgeMark at={query.dataUpdatedAt} stale={query.isError} />
          <Asked request={data} />
        </>
      )}
      {query.isPending && <Bone height={360} />}
      {query.isError && !data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Screen>
  )
}

function Asked({ request }: { request: PaymentRequest }) {
  const { t, i18n } = useTranslation("requests")
  const { other, amount, note, created_at, expires_at, closed_at, reminded_at, payment_id } = request
  const moment = (at: string) => formatMoment(at, i18n.language)
  return (
    <Stack gap={5}>
      {other ? <PersonHead person={other} /> : <ServiceIcon service="request" size={88} />}
      <Stack align="center" gap={3}>
        <AmountText amount={amount} size="xl" />
        <RequestStatus request={request} chip />
        {note && (
          <Text size="large" centered>
            {note}
          </Text>
        )}
      </Stack>
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          <Fact name={t("one.asked_at")}>{moment(created_at)}</Fact>
          {request.status === "open" && <Fact name={t("one.until")}>{moment(expires_at)}</Fact>}
          {closed_at && <Fact name={t("one.closed_at")}>{moment(closed_at)}</Fact>}
          {reminded_at && <Fact name={t("one.reminded_at")}>{moment(reminded_at)}</Fact>}
          {payment_id && (
            <Fact name={t("one.payment")}>
              <Receipt to={`/payments/${payment_id}`}>
                {t("one.receipt")}
              </Receipt>
            </Fact>
          )}
        </Facts>
      </Card>
    </Stack>
  )
}
