/** A link that is only a sign. */
import { styled } from "@/ui/theme/styled"
import { Link } from "@tanstack/react-router"
import { useUnread } from "../feedback/unread"
import { Icon } from "../icons/Icon"
import type { Glyph } from "../icons/glyphs"
import { round } from "./RoundButton"

const Round = styled(Link)({ ...round, textDecoration: "none" })

const Dot = styled("span")({
  position: "absolute",
  top: 11,
  right: 12,
  width: 11,
  height: 11,
  borderRadius: 6,
  background: "var(--batua-palette-secondary-main)",
  border: "2px solid var(--batua-palette-background-default)",
})

interface Props {
  to: string
  icon: Glyph
  label: string
  /** Show a dot while something is unread. */
  badge?: boolean
}

export function IconLink({ to, icon, label, badge }: Props) {
  return (
    <Round to={to} aria-label={label} title={label}>
      <Icon name={icon} />
      {badge && <Unread />}
    </Round>
  )
}

function Unread() {
  const unread = useUnread()
  return unread > 0 ? <Dot data-testid="unread" /> : null
}
