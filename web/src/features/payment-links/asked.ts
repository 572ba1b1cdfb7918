/** What a link asks for, in words. */
import { useTranslation } from "react-i18next"
import type { PaymentLink } from "@/api/types"
import { formatMoney } from "@/lib/money"

export function useAsked(): (link: PaymentLink) => string {
  const { t, i18n } = useTranslation("payment-links")
  return ({ amount, least, most }) => {
    const [one, low, high] = [amount, least, most].map(
      (money) => money && formatMoney(money, i18n.language, { trim: true }),
    )
    if (one) return one
    return least.minor > 1 ? t("between", { least: low, most: high }) : t("open_amount")
  }
}
