/** The face of the check screen. */
import { styled } from "@/ui/theme/styled"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Schema } from "@/api/types"
import { formatMoney } from "@/lib/money"
import { formatAgo } from "@/lib/time"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { Icon } from "@/ui/icons/Icon"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Stack } from "@/ui/layout/Stack"
import { AmountText } from "@/ui/money/AmountText"
import { HiddenAmount } from "@/ui/money/HiddenAmount"
import { PersonHead } from "@/ui/people/PersonHead"

const Banner = styled("div")({
  display: "flex",
  alignItems: "center",
  gap: 12,
  padding: "12px 16px",
  borderRadius: 16,
  fontWeight: 550,
  background: "color-mix(in srgb, currentColor 11%, transparent)",
  "& svg": { flexShrink: 0 },
  "& span": { color: "var(--batua-palette-text-primary)" },
})

const A_WHILE_MS = 120_000

interface Props {
  checked: Schema["CheckOut"]
  note: string
}

export function CheckFacts({ checked, note }: Props) {
  const { t, i18n } = useTranslation("payments")
  const { payee, amount, fee, total, paid_before, balance_after } = checked
  const isFree = fee.minor === 0
  return (
    <Stack gap={4}>
      <PersonHead person={payee} />
      <Stack align="center">
        <AmountText amount={amount} size="xl" />
      </Stack>
      <Known isKnown={paid_before} lastAt={payee.last_paid_at} />
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          {note && <Fact name={t("fact.note")}>{note}</Fact>}
          <Fact name={t("fact.fee")}>
            {isFree ? t("fact.free") : formatMoney(fee, i18n.language)}
          </Fact>
          {!isFree && <Fact name={t("fact.total")}>{formatMoney(total, i18n.language)}</Fact>}
          <Fact name={t("fact.after")}>
            <HiddenAmount amount={balance_after} label={t("fact.after")} />
          </Fact>
        </Facts>
      </Card>
      <Stack align="center">
        <ReadAloud text={useAloud(checked)} />
      </Stack>
    </Stack>
  )
}

function Known({ isKnown, lastAt }: { isKnown: boolean; lastAt: string | null }) {
  const { t, i18n } = useTranslation("payments")
  const [now] = useState(() => Date.now())
  if (!isKnown)
    return (
      <Banner role="note" style={{ color: "var(--batua-palette-warning-main)" }}>
        <Icon name="warn" />
        <span>{t("check.new")}</span>
      </Banner>
    )
  // "Last now" says nothing.
  const isOld = lastAt !== null && now - Date.parse(lastAt) > A_WHILE_MS
  const words = isOld ? t("check.known", { ago: formatAgo(lastAt, i18n.language) }) : t("check.known_once")
  return (
    <Banner role="note" style={{ color: "var(--batua-palette-success-main)" }}>
      <Icon name="check" />
      <span>{words}</span>
    </Banner>
  )
}

/** The whole check as sentences. A masked number is read by its last digits. */
function useAloud({ payee, amount, fee, paid_before }: Schema["CheckOut"]): string {
  const { t, i18n } = useTranslation("payments")
  const digits = payee.phone.replace(/\D/g, "").slice(-3).split("").join(" ")
  return [
    t("aloud.sending", { amount: formatMoney(amount, i18n.language, { trim: true }), name: payee.name, digits }),
    fee.minor === 0 ? t("aloud.free") : t("aloud.fee", { fee: formatMoney(fee, i18n.language) }),
    t(paid_before ? "aloud.known" : "aloud.new"),
  ].join(" ")
}
