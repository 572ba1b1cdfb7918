/** The same places down the side of a desk, and the ways to pay. */
import { styled } from "@/ui/theme/styled"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { Brand } from "@/ui/layout/Brand"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"
import { ClothBorder } from "@/ui/motif/Motif"
import { ThemeSwitch } from "@/ui/settings/ThemeSwitch"
import { PLACES } from "./places"

const Rail = styled("nav")({
  display: "none",
  "@media (min-width: 900px)": {
    display: "flex",
    flexDirection: "column",
    gap: 4,
    position: "sticky",
    top: 0,
    width: 248,
    flexShrink: 0,
    height: "100dvh",
    overflowY: "auto",
    padding: "20px 16px",
    background: "var(--batua-palette-background-paper)",
    borderInlineEnd: "1px solid var(--batua-palette-divider)",
  },
  "& .brand": { padding: "0 10px 14px", fontSize: "1.375rem" },
})

const Place = styled(Link)({
  display: "flex",
  alignItems: "center",
  gap: 14,
  minHeight: 48,
  padding: "8px 14px",
  borderRadius: 14,
  fontWeight: 600,
  textDecoration: "none",
  color: "var(--batua-palette-text-secondary)",
  "&:hover": { background: "color-mix(in srgb, var(--batua-palette-primary-main) 7%, transparent)" },
  "&[aria-current=page]": {
    color: "var(--batua-palette-primary-main)",
    background: "color-mix(in srgb, var(--batua-palette-primary-main) 12%, transparent)",
  },
})

const MONEY = [
  { to: "/send", icon: "send", words: "service.send" },
  { to: "/request", icon: "request", words: "service.request" },
  { to: "/add-money", icon: "add", words: "service.add" },
  { to: "/withdraw", icon: "withdraw", words: "service.withdraw" },
] as const satisfies { to: string; icon: Glyph; words: string }[]

const Rule = styled("hr")({
  width: "100%",
  margin: "12px 0",
  border: 0,
  borderTop: "1px solid var(--batua-palette-divider)",
})

export function SideRail() {
  const { t } = useTranslation()
  return (
    <Rail aria-label={t("nav.places")}>
      <Brand />
      {PLACES.map((place) => (
        <RailPlace key={place.to} to={place.to} icon={place.icon} label={t(place.words)} />
      ))}
      <Rule />
      {MONEY.map((place) => (
        <RailPlace key={place.to} to={place.to} icon={place.icon} label={t(place.words)} />
      ))}
      <span style={{ flex: 1 }} />
      <ThemeSwitch />
      <ClothBorder aria-hidden="true" />
    </Rail>
  )
}

function RailPlace({ to, icon, label }: { to: string; icon: Glyph; label: string }) {
  return (
    <Place to={to} activeOptions={{ exact: to === "/" }}>
      <Icon name={icon} />
      {label}
    </Place>
  )
}
