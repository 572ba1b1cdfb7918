/** Five places under the thumb; the middle one scans. */
import { styled } from "@/ui/theme/styled"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { Icon } from "@/ui/icons/Icon"
import { PLACES } from "./places"

const Bar = styled("nav")({
  position: "fixed",
  zIndex: 20,
  insetInline: 0,
  bottom: 0,
  display: "grid",
  gridTemplateColumns: "repeat(5, 1fr)",
  padding: "6px 4px max(6px, env(safe-area-inset-bottom))",
  background: "var(--batua-palette-background-paper)",
  borderTop: "1px solid var(--batua-palette-divider)",
  "@media (min-width: 900px)": { display: "none" },
})

const Place = styled(Link)({
  display: "grid",
  justifyItems: "center",
  alignContent: "center",
  gap: 2,
  minHeight: 60,
  borderRadius: 16,
  fontSize: "0.75rem",
  lineHeight: 1.3,
  fontWeight: 600,
  textAlign: "center",
  textDecoration: "none",
  color: "var(--batua-palette-text-secondary)",
  "&[aria-current=page]": { color: "var(--batua-palette-primary-main)" },
  "& .sign": { display: "grid", placeItems: "center", width: 48, height: 32, borderRadius: 16 },
  "&[aria-current=page] .sign": {
    background: "color-mix(in srgb, var(--batua-palette-primary-main) 14%, transparent)",
  },
  "&.middle .sign": {
    width: 56,
    color: "var(--batua-palette-primary-contrastText)",
    background: "var(--batua-palette-primary-main)",
  },
})

export function BottomBar() {
  const { t } = useTranslation()
  return (
    <Bar aria-label={t("nav.places")}>
      {PLACES.map(({ to, icon, words }) => (
        <Place
          key={to}
          to={to as string}
          activeOptions={{ exact: to === "/" }}
          className={icon === "scan" ? "middle" : undefined}
        >
          <span className="sign">
            <Icon name={icon} />
          </span>
          {t(words)}
        </Place>
      ))}
    </Bar>
  )
}
