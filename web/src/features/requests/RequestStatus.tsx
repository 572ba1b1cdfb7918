/** What became of a request: a sign, a word and a colour that say the same. */
import { styled } from "@mui/material/styles"
import { useTranslation } from "react-i18next"
import type { PaymentRequest } from "@/api/types"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"

const LOOKS: Record<PaymentRequest["status"], { icon: Glyph; colour: string }> = {
  open: { icon: "clock", colour: "warning-main" },
  paid: { icon: "check", colour: "success-main" },
  declined: { icon: "close", colour: "error-main" },
  cancelled: { icon: "close", colour: "text-secondary" },
  expired: { icon: "clock", colour: "text-secondary" },
}

const Mark = styled("span")({
  display: "inline-flex",
  alignItems: "center",
  gap: 5,
  fontWeight: 600,
  "& svg": { flexShrink: 0 },
  "&.chip": {
    padding: "6px 14px 6px 10px",
    borderRadius: 18,
    background: "color-mix(in srgb, currentColor 12%, transparent)",
  },
})

interface Props {
  request: Pick<PaymentRequest, "status" | "direction">
  chip?: boolean
}

export function RequestStatus({ request: { status, direction }, chip }: Props) {
  const { t } = useTranslation("requests")
  const { icon, colour } = LOOKS[status]
  return (
    <Mark className={chip ? "chip" : undefined} style={{ color: `var(--batua-palette-${colour})` }}>
      <Icon name={icon} size={chip ? 20 : 16} weight={2.4} />
      {t(status === "open" ? `status.open_${direction}` : `status.${status}`)}
    </Mark>
  )
}
