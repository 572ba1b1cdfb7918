/** A payment in a list: who, what, how much, and how far it has come. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Payment } from "@/api/types"
import { formatAgo, formatHour } from "@/lib/time"
import { Text } from "../layout/Text"
import { ListRow } from "../people/ListRow"
import { AmountText } from "./AmountText"
import { PaymentFace } from "./PaymentFace"
import { StatusMark } from "./StatusMark"

const OneLine = styled("span")({
  display: "block",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
})

interface Props {
  payment: Payment
  /** "hour" under the name of a day; "ago" where days are mixed. */
  time: "hour" | "ago"
}

/** What a payment was, in two or three words: "Sent", "Money added". */
export function usePaymentKind() {
  const { t } = useTranslation()
  return ({ kind, direction }: Pick<Payment, "kind" | "direction">) => t(`kind.${kind}_${direction}`)
}

export function PaymentRow({ payment, time }: Props) {
  const { i18n } = useTranslation()
  const kindOf = usePaymentKind()
  const { id, other, note, amount, direction, status, created_at } = payment
  const isDone = status === "succeeded"
  const what = kindOf(payment)
  const when = time === "hour" ? formatHour(created_at, i18n.language) : formatAgo(created_at, i18n.language)
  const words = other ? note || what : note
  return (
    <ListRow
      to={`/payments/${id}`}
      start={<PaymentFace payment={payment} />}
      title={other?.name ?? what}
      second={isDone ? <OneLine>{words || when}</OneLine> : <StatusMark status={status} />}
      end={
        <>
          <Text as="span" tone={isDone ? "ink" : "quiet"}>
            <AmountText
              amount={direction === "out" ? { ...amount, minor: -amount.minor } : amount}
              size="s"
              signed={isDone}
              tone={isDone && direction === "in" ? "in" : "inherit"}
            />
          </Text>
          {(words || !isDone) && (
            <Text as="span" size="tiny" tone="quiet">
              {when}
            </Text>
          )}
        </>
      }
    />
  )
}
