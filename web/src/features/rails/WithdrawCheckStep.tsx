/** The last look before money goes to the bank; the PIN is asked when the server wants it. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOrder, wantsPin } from "@/api/use-order"
import { walletsQuery } from "@/api/wallets"
import { formatMoney, type Amount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { HiddenAmount } from "@/ui/money/HiddenAmount"
import { PinSheet } from "@/ui/money/PinSheet"
import type { Target } from "./target"

export function WithdrawCheckStep({ target, amount }: { target: Target; amount: Amount }) {
  const { t, i18n } = useTranslation("rails")
  const body = { amount, destination: target.destination }
  const order = useOrder({ kind: "withdraw", body, label: { name: target.masked, amount } })
  const [isAskingPin, setAskingPin] = useState(false)
  const wallet = useQuery(walletsQuery).data?.find(({ currency }) => currency === amount.currency)
  const after = wallet && { ...amount, minor: wallet.available.minor - amount.minor }
  const words = { amount: formatMoney(amount, i18n.language, { trim: true }), to: target.masked }
  const isAsking = isAskingPin || wantsPin(order.problem)
  return (
    <Screen
      title={t("withdraw.check")}
      back={true}
      pinned
      foot={
        <>
          <ProblemNote error={wantsPin(order.problem) ? null : order.problem} money="no" />
          <Button size="large" onClick={() => setAskingPin(true)}>
            {t("withdraw.submit", words)}
          </Button>
        </>
      }
    >
      <Stack align="center" gap={4}>
        <ServiceIcon service="withdraw" size={88} />
        <Text size="title" className="tabular">
          {target.masked}
        </Text>
        <AmountText amount={amount} size="xl" />
      </Stack>
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          <Fact name={t("withdraw.arrives")}>{t("withdraw.soon")}</Fact>
          {after && (
            <Fact name={t("withdraw.after")}>
              <HiddenAmount amount={after} label={t("withdraw.after")} />
            </Fact>
          )}
        </Facts>
      </Card>
      <Stack align="center">
        <ReadAloud text={t("withdraw.aloud", words)} />
      </Stack>
      <PinSheet
        open={isAsking}
        purpose={t("withdraw.submit", words)}
        busy={order.isBusy}
        onClose={() => {
          setAskingPin(false)
          order.forget()
        }}
        onProved={(proof) => {
          void order.give(proof).then(() => setAskingPin(false))
        }}
      />
    </Screen>
  )
}
