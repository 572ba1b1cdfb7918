/** What became of a request: a sign, a word and a colour that say the same. */
import { useTranslation } from "react-i18next"
import type { PaymentRequest } from "@/api/types"
import { Mark, type Look } from "@/ui/layout/Mark"

const LOOKS: Record<PaymentRequest["status"], Look> = {
  open: { icon: "clock", colour: "warning-main" },
  paid: { icon: "check", colour: "success-main" },
  declined: { icon: "close", colour: "error-main" },
  cancelled: { icon: "close", colour: "text-secondary" },
  expired: { icon: "clock", colour: "text-secondary" },
}

interface Props {
  request: Pick<PaymentRequest, "status" | "direction">
  chip?: boolean
}

export function RequestStatus({ request: { status, direction }, chip }: Props) {
  const { t } = useTranslation("requests")
  return (
    <Mark look={LOOKS[status]} chip={chip}>
      {t(status === "open" ? `status.open_${direction}` : `status.${status}`)}
    </Mark>
  )
}
