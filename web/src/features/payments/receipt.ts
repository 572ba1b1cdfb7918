/** A payment in words: the same on the screen, on the picture, as text and spoken. */
import { useTranslation } from "react-i18next"
import type { Payment, Profile } from "@/api/types"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { usePaymentKind } from "@/ui/money/PaymentRow"

export interface ReceiptLine {
  name: string
  value: string
}

export interface Receipt {
  /** "Sent" */
  kind: string
  /** "to Asha Devi" */
  sentence: string
  status: string
  amount: string
  lines: ReceiptLine[]
  /** To be sent to somebody; without the balance. */
  text: string
  aloud: string
}

const FAILURES = [
  "declined",
  "declined_by_bank",
  "expired",
  "amount_mismatch",
  "account_closed",
  "no_such_account",
] as const

export function useFailure() {
  const { t } = useTranslation("payments")
  return (failure: string | null) => {
    if (!failure) return null
    const known = FAILURES.find((name) => name === failure)
    return t(`failure.${known ?? "other"}`)
  }
}

export function useReceipt(payment: Payment, me: Profile | undefined): Receipt {
  const { t, i18n } = useTranslation(["payments", "app"])
  const kindOf = usePaymentKind()
  const failureOf = useFailure()
  const { direction, amount, fee, note, reference } = payment
  const kind = kindOf(payment)
  const mine = me?.name ?? t("side.me")
  const isBank = payment.kind === "withdrawal"
  const other = payment.other?.name ?? t(isBank ? "side.bank" : "side.outside")
  const inSentence = payment.other?.name ?? t(isBank ? "side.to_bank" : "side.from_outside")
  const [from, to] = direction === "out" ? [mine, other] : [other, mine]
  const failure = failureOf(payment.failure)
  const optional: [string, string | null][] = [
    [t("fact.note"), note],
    [t("fact.failure"), failure],
    [t("fact.fee"), fee.minor ? formatMoney(fee, i18n.language) : t("fact.free")],
  ]
  const lines = [
    { name: t("fact.from"), value: from },
    { name: t("fact.to"), value: to },
    { name: t("fact.when"), value: formatMoment(payment.created_at, i18n.language) },
    ...optional.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    { name: t("fact.reference"), value: reference },
  ]
  const status = t(`app:status.${payment.status}`)
  const written = formatMoney(amount, i18n.language)
  const sentence = t(`done.${payment.status}_${direction}`, { name: inSentence })
  const spoken = formatMoney(amount, i18n.language, { trim: true })
  return {
    kind,
    sentence,
    status,
    amount: written,
    lines,
    text: [`${kind} · ${written} · ${status}`, ...lines.map((line) => `${line.name}: ${line.value}`)].join("\n"),
    aloud: t("aloud.receipt", { amount: spoken, sentence, when: formatMoment(payment.created_at, i18n.language) }),
  }
}
