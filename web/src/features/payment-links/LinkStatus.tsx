/** Whether a link can be paid: a sign, a word and a colour that say the same. */
import { useTranslation } from "react-i18next"
import type { PaymentLink } from "@/api/types"
import { Mark, type Look } from "@/ui/layout/Mark"

const LOOKS: Record<PaymentLink["status"], Look> = {
  open: { icon: "clock", colour: "warning-main" },
  paid: { icon: "check", colour: "success-main" },
  cancelled: { icon: "close", colour: "text-secondary" },
  expired: { icon: "clock", colour: "text-secondary" },
}

export function LinkStatus({ status, chip }: { status: PaymentLink["status"]; chip?: boolean }) {
  const { t } = useTranslation("payment-links")
  return (
    <Mark look={LOOKS[status]} chip={chip}>
      {t(`status.${status}`)}
    </Mark>
  )
}
