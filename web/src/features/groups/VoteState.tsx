/** What became of a question: a sign, a word and a colour that say the same. */
import { styled } from "@mui/material/styles"
import { useTranslation } from "react-i18next"
import type { Vote } from "@/api/groups"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"

const LOOKS: Record<Vote["status"], { icon: Glyph; colour: string }> = {
  open: { icon: "clock", colour: "warning-main" },
  approved: { icon: "check", colour: "success-main" },
  executing: { icon: "clock", colour: "warning-main" },
  executed: { icon: "check", colour: "success-main" },
  rejected: { icon: "close", colour: "error-main" },
  expired: { icon: "clock", colour: "text-secondary" },
  withdrawn: { icon: "close", colour: "text-secondary" },
  failed: { icon: "warn", colour: "error-main" },
  lapsed: { icon: "clock", colour: "text-secondary" },
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

export function VoteState({ status, chip }: { status: Vote["status"]; chip?: boolean }) {
  const { t } = useTranslation("groups")
  const { icon, colour } = LOOKS[status]
  return (
    <Mark className={chip ? "chip" : undefined} style={{ color: `var(--batua-palette-${colour})` }}>
      <Icon name={icon} size={chip ? 20 : 16} weight={2.4} />
      {t(`status.${status}`)}
    </Mark>
  )
}
