/** How far something has come: a sign, a word and a colour that say the same. */
import { useTranslation } from "react-i18next"
import type { PaymentStatus } from "@/api/types"
import type { Glyph } from "../icons/glyphs"
import { Mark } from "../layout/Mark"

interface Look {
  icon: Glyph
  /** The palette's name for what it means. */
  tone: "success" | "warning" | "error"
}

const LOOKS: Record<PaymentStatus, Look> = {
  succeeded: { icon: "check", tone: "success" },
  pending: { icon: "clock", tone: "warning" },
  unknown: { icon: "clock", tone: "warning" },
  failed: { icon: "close", tone: "error" },
  expired: { icon: "close", tone: "error" },
}

export function lookOf(status: PaymentStatus): Look {
  return LOOKS[status]
}

interface Props {
  status: PaymentStatus
  /** As a chip, where it stands alone. */
  chip?: boolean
}

export function StatusMark({ status, chip }: Props) {
  const { t } = useTranslation()
  const { icon, tone } = lookOf(status)
  return (
    <Mark look={{ icon, colour: `${tone}-main` }} chip={chip}>
      {t(`status.${status}`)}
    </Mark>
  )
}
