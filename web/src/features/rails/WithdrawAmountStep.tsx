/** How much goes to the bank. */
import { useTranslation } from "react-i18next"
import type { Amount } from "@/lib/money"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountForm } from "@/ui/money/AmountForm"
import type { Target } from "./target"

interface Props {
  target: Target
  initial: Amount | undefined
  onAmount: (amount: Amount) => void
}

export function WithdrawAmountStep({ target, initial, onAmount }: Props) {
  const { t } = useTranslation("rails")
  return (
    <Screen title={t("withdraw.title")} hideTitle back={true}>
      <Stack row gap={4}>
        <ServiceIcon service="withdraw" size={52} />
        <div>
          <Text size="small" tone="quiet">
            {t("withdraw.to")}
          </Text>
          <Text bold className="tabular">
            {target.masked}
          </Text>
        </div>
      </Stack>
      <AmountForm
        label={t("withdraw.label")}
        initial={{ amount: initial }}
        fromWallet
        quick
        submit={() => t("withdraw.next")}
        onSubmit={onAmount}
      />
    </Screen>
  )
}
