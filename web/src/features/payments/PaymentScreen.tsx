/** One payment: its receipt, which opens again without a network. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { keepPayee } from "@/api/payees"
import { paymentQuery, seenPayment } from "@/api/payments"
import type { Payment } from "@/api/types"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { HiddenAmount } from "@/ui/money/HiddenAmount"
import { PaymentFace } from "@/ui/money/PaymentFace"
import { StatusMark } from "@/ui/money/StatusMark"
import { ClothBorder } from "@/ui/motif/Motif"
import { ReceiptActions } from "./ReceiptActions"
import { useReceipt, type Receipt } from "./receipt"

const Paper = styled(Card)({ padding: 0, overflow: "hidden" })
const Head = styled("div")({ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "center", gap: 10, padding: "28px 20px 20px" })
const Rows = styled("div")({ padding: "4px 20px 12px" })

export default function PaymentScreen() {
  const { t } = useTranslation("payments")
  const { id } = useParams({ from: "/inside/payments/$id" })
  const query = useQuery(paymentQuery(id))
  const seen = seenPayment(id)
  const payment = query.data ?? seen?.payment
  return (
    <Screen title={t("receipt.title")} back={true}>
      {payment ? (
        <>
          <AgeMark at={query.dataUpdatedAt || (seen?.at ?? 0)} stale={query.isError} />
          <ReceiptPaper payment={payment} />
        </>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Bone height={420} />
      )}
    </Screen>
  )
}

function ReceiptPaper({ payment }: { payment: Payment }) {
  const receipt = useReceipt(payment, useMe().data)
  return (
    <>
      <Paper>
        <Head>
          <PaymentFace payment={payment} size={72} />
          <Text bold tone="quiet">
            {receipt.kind}
          </Text>
          <AmountText
            amount={payment.amount}
            size="xl"
            tone={payment.direction === "in" && payment.status === "succeeded" ? "in" : "inherit"}
          />
          <StatusMark status={payment.status} chip />
          <Text centered>{receipt.sentence}</Text>
        </Head>
        <ClothBorder aria-hidden="true" />
        <Lines payment={payment} receipt={receipt} />
      </Paper>
      <ReceiptActions payment={payment} receipt={receipt} />
      <GoOn payment={payment} />
    </>
  )
}

function Lines({ payment, receipt }: { payment: Payment; receipt: Receipt }) {
  const { t } = useTranslation("payments")
  return (
    <Rows>
      <Facts>
        {receipt.lines.map(({ name, value }) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        {payment.balance_after && (
          <Fact name={t("fact.after")}>
            <HiddenAmount amount={payment.balance_after} label={t("fact.after")} />
          </Fact>
        )}
      </Facts>
    </Rows>
  )
}

/** Where the matter is followed up: the request it answered, the rail it travels, the same again. */
function GoOn({ payment }: { payment: Payment }) {
  const { t } = useTranslation("payments")
  const navigate = useNavigate()
  const { other, direction, amount, note, request_id, kind, id } = payment
  const again = () => {
    if (!other) return
    keepPayee(other)
    const draft = direction === "out" ? { amount, note } : {}
    void navigate({ to: "/send/$payee", params: { payee: other.id }, state: { draft } })
  }
  return (
    <Stack gap={3}>
      {other && (
        <Button size="large" startIcon={<Icon name={direction === "out" ? "repeat" : "send"} />} onClick={again}>
          {t(direction === "out" ? "receipt.again" : "receipt.send_to", { name: other.name })}
        </Button>
      )}
      {request_id && (
        <Button component={Link} {...{ to: `/requests/${request_id}` }} variant="text">
          {t("receipt.request")}
        </Button>
      )}
      {kind === "top_up" && payment.status !== "succeeded" && (
        <Button component={Link} {...{ to: `/add-money/${id}` }} variant="text">
          {t("receipt.follow")}
        </Button>
      )}
      {kind === "withdrawal" && (
        <Button component={Link} {...{ to: `/withdrawals/${id}` }} variant="text">
          {t("receipt.follow")}
        </Button>
      )}
    </Stack>
  )
}
