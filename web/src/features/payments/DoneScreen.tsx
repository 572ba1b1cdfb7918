/** What has just happened: money leaves, in one movement, and stays said. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { paymentQuery } from "@/api/payments"
import type { Payment } from "@/api/types"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { Bone } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { lookOf } from "@/ui/money/StatusMark"
import { Cloth } from "@/ui/motif/Cloth"
import { useReceipt } from "./receipt"

const Seal = styled("span")({
  display: "grid",
  placeItems: "center",
  width: 96,
  height: 96,
  borderRadius: "50%",
  color: "#ffffff",
  animation: "seal 180ms cubic-bezier(0.2, 1.4, 0.5, 1)",
  "@keyframes seal": { from: { transform: "scale(0.4)", opacity: 0 } },
})

/** Out goes up and away, in comes down to the hand. */
const Moved = styled("div")({
  animation: "leaves 180ms ease-out",
  "&.in": { animationName: "arrives" },
  "@keyframes leaves": { from: { transform: "translateY(28px)", opacity: 0 } },
  "@keyframes arrives": { from: { transform: "translateY(-28px)", opacity: 0 } },
})

const SEALS: Record<string, string> = { success: "#1c6839", warning: "#7d4a00", error: "#a9231b" }

export default function DoneScreen() {
  const { t } = useTranslation("payments")
  const { id } = useParams({ from: "/inside/payments/$id/done" })
  const payment = useQuery(paymentQuery(id))
  const navigate = useNavigate()
  const foot = (
    <>
      <Button
        variant="outlined"
        size="large"
        onClick={() => void navigate({ to: "/payments/$id", params: { id }, replace: true })}
      >
        {t("done.receipt")}
      </Button>
      <Button size="large" onClick={() => void navigate({ to: "/", replace: true })}>
        {t("done.home")}
      </Button>
    </>
  )
  return (
    <Screen title={t("done.title")} hideTitle back="/" foot={foot}>
      {payment.data && <Done payment={payment.data} />}
      {payment.isPending && <Bone height={320} />}
      {payment.isError && !payment.data && (
        <ErrorState error={payment.error} onRetry={() => void payment.refetch()} />
      )}
    </Screen>
  )
}

function Done({ payment }: { payment: Payment }) {
  const { t, i18n } = useTranslation("payments")
  const receipt = useReceipt(payment, useMe().data)
  const { icon, tone } = lookOf(payment.status)
  return (
    <>
      <Cloth>
        <Stack align="center" gap={4} role="status" style={{ paddingBlock: 12 }}>
          <Seal style={{ background: SEALS[tone] }}>
            <Icon name={icon} size={56} weight={2.6} />
          </Seal>
          <Moved className={payment.direction}>
            <Stack align="center" gap={1}>
              <AmountText amount={payment.amount} size="xl" />
              <Text size="large" bold centered>
                {receipt.sentence}
              </Text>
              <Text centered>{formatMoment(payment.created_at, i18n.language)}</Text>
            </Stack>
          </Moved>
        </Stack>
      </Cloth>
      <Stack align="center" gap={1}>
        <Text tone="quiet">{t("fact.reference")}</Text>
        <Text bold className="tabular" style={{ letterSpacing: "0.06em" }}>
          {payment.reference}
        </Text>
        <ReadAloud text={receipt.aloud} />
      </Stack>
    </>
  )
}
