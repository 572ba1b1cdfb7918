/** An order without an answer: it is on its way, and nobody has to do anything. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { Navigate, useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOutcome, usePending } from "@/api/orders"
import { useOnline } from "@/lib/online"
import { formatMoney } from "@/lib/money"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Icon } from "@/ui/icons/Icon"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const Waiting = styled("span")({
  display: "grid",
  placeItems: "center",
  width: 112,
  height: 112,
  borderRadius: "50%",
  color: "var(--batua-palette-service-send-main)",
  background: "var(--batua-palette-service-send-soft)",
  "& svg": { animation: "drift 1.6s ease-in-out infinite alternate" },
  "@keyframes drift": { from: { transform: "translate(-5px, 5px)" }, to: { transform: "translate(5px, -5px)" } },
})

export default function SendingScreen() {
  const { t } = useTranslation("payments")
  const { key } = useParams({ from: "/inside/sending/$key" })
  const navigate = useNavigate()
  const outcome = useOutcome(key)
  if (outcome?.is === "done") return <Navigate to={outcome.to} replace />
  const home = (
    <Button size="large" onClick={() => void navigate({ to: "/" })}>
      {t("sending.home")}
    </Button>
  )
  return (
    <Screen title={t("sending.title")} hideTitle back="/" foot={home}>
      {outcome?.is === "refused" ? (
        <ErrorState error={outcome.problem} money="no" />
      ) : (
        <Underway orderKey={key} />
      )}
    </Screen>
  )
}

function Underway({ orderKey }: { orderKey: string }) {
  const { t, i18n } = useTranslation("payments")
  const isOnline = useOnline()
  const pending = usePending().find((known) => known.key === orderKey)
  // What is shown must not vanish in the moment between the answer and the next screen.
  const [order] = useState(pending)
  if (!order)
    return <EmptyState picture="path" title={t("sending.gone")} body={t("sending.gone_body")} />
  const words = {
    amount: formatMoney(order.label.amount, i18n.language, { trim: true }),
    name: order.label.name,
  }
  return (
    <Stack align="center" gap={6} role="status" style={{ paddingTop: 32 }}>
      <Waiting>
        <Icon name={isOnline ? "send" : "offline"} size={52} />
      </Waiting>
      <Stack gap={3}>
        <Text as="h2" size="title" centered>
          {t(`sending.${order.kind}`, words)}
        </Text>
        <Text centered>{t("sending.we_tell")}</Text>
        <Text centered tone="quiet">
          {t("sending.once")}
        </Text>
      </Stack>
    </Stack>
  )
}
