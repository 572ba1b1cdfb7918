/** The services as tiles: only those that exist. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Service } from "@/ui/theme/colours"
import type { Glyph } from "@/ui/icons/glyphs"
import { ServiceTile } from "@/ui/layout/ServiceTile"

interface Tile {
  service: Service
  to: string
  words: "send" | "request" | "scan" | "code" | "add" | "withdraw" | "activity" | "limits" | "many" | "groups"
  sign?: Glyph
}

const TILES: Tile[] = [
  { service: "send", to: "/send", words: "send" },
  { service: "request", to: "/request", words: "request" },
  { service: "scan", to: "/scan", words: "scan" },
  { service: "scan", to: "/my-qr", words: "code", sign: "qr" },
  { service: "add", to: "/add-money", words: "add" },
  { service: "withdraw", to: "/withdraw", words: "withdraw" },
  { service: "groups", to: "/groups", words: "groups" },
  { service: "send", to: "/pay-many", words: "many", sign: "repeat" },
  { service: "activity", to: "/activity", words: "activity" },
  { service: "activity", to: "/limits", words: "limits", sign: "settings" },
]

const Grid = styled("nav")({
  display: "grid",
  gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
  gap: "12px 4px",
})

export function Services() {
  const { t } = useTranslation("wallets")
  return (
    <Grid aria-label={t("services.title")}>
      {TILES.map(({ service, to, words, sign }) => (
        <ServiceTile key={to} service={service} to={to} label={t(`services.${words}`)} sign={sign} />
      ))}
    </Grid>
  )
}
