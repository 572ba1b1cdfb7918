/** How far something has come: a sign, a word and a colour that say the same. */
import { styled } from "@mui/material/styles"
import { useTranslation } from "react-i18next"
import type { PaymentStatus } from "@/api/types"
import { Icon } from "../icons/Icon"
import type { Glyph } from "../icons/glyphs"

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

const Mark = styled("span")({
  display: "inline-flex",
  alignItems: "center",
  gap: 5,
  fontWeight: 600,
  "& svg": { flexShrink: 0 },
})

const Chip = styled(Mark)({
  padding: "6px 14px 6px 10px",
  borderRadius: 18,
  background: "color-mix(in srgb, currentColor 12%, transparent)",
})

interface Props {
  status: PaymentStatus
  /** As a chip, where it stands alone. */
  chip?: boolean
}

export function StatusMark({ status, chip }: Props) {
  const { t } = useTranslation()
  const { icon, tone } = lookOf(status)
  const Frame = chip ? Chip : Mark
  return (
    <Frame style={{ color: `var(--batua-palette-${tone}-main)` }}>
      <Icon name={icon} size={chip ? 20 : 16} weight={2.4} />
      {t(`status.${status}`)}
    </Frame>
  )
}
