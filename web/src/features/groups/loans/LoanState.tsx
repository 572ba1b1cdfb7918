/** How far a loan has come: a sign, a word and a colour that say the same. */
import { useTranslation } from "react-i18next"
import type { LoanStatus } from "@/api/loans"
import { Mark, type Look } from "@/ui/layout/Mark"

const LOOKS: Record<LoanStatus, Look> = {
  asked: { icon: "clock", colour: "warning-main" },
  voting: { icon: "clock", colour: "warning-main" },
  approved: { icon: "check", colour: "success-main" },
  active: { icon: "repeat", colour: "primary-main" },
  closed: { icon: "check", colour: "success-main" },
  rejected: { icon: "close", colour: "error-main" },
  cancelled: { icon: "close", colour: "text-secondary" },
  written_off: { icon: "warn", colour: "text-secondary" },
}
const LATE: Look = { icon: "warn", colour: "error-main" }

interface Props {
  status: LoanStatus
  isLate?: boolean
  chip?: boolean
}

export function LoanState({ status, isLate, chip }: Props) {
  const { t } = useTranslation("loans")
  const late = status === "active" && isLate
  return (
    <Mark look={late ? LATE : LOOKS[status]} chip={chip}>
      {t(late ? "status.late" : `status.${status}`)}
    </Mark>
  )
}
