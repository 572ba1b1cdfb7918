/** The code on white paper in both themes, for scanners want dark on light; alone when printed. */
import { Global } from "@emotion/react"
import { styled } from "@/ui/theme/styled"
import { useEffect, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Profile } from "@/api/types"
import { formatMoney, type Amount } from "@/lib/money"
import { Text } from "@/ui/layout/Text"
import { ClothBorder } from "@/ui/motif/Motif"
import { addressOf } from "./code-picture"

const Paper = styled("section")({
  overflow: "hidden",
  borderRadius: 24,
  border: "1px solid var(--batua-palette-divider)",
  background: "#ffffff",
  color: "#221f3b",
  textAlign: "center",
  "& > div": { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "center", gap: 6, padding: "20px 20px 16px" },
  "& img": { width: "100%", maxWidth: 340, aspectRatio: "1 / 1", imageRendering: "pixelated" },
})

const PRINTED = (
  <Global
    styles={{
      "@media print": {
        "body *": { visibility: "hidden" },
        ".my-code, .my-code *": { visibility: "visible" },
        ".my-code": { position: "fixed", insetInline: "8mm", top: "8mm", maxWidth: "132mm", margin: "auto" },
        ".my-code img": { maxWidth: "120mm !important" },
        "@page": { size: "A5 portrait", margin: 0 },
      },
    }}
  />
)

interface Props {
  svg: string
  me: Profile
  amount: Amount | null
  note: string
}

export function CodeCard({ svg, me, amount, note }: Props) {
  const { t, i18n } = useTranslation("payees")
  const address = useMemo(() => addressOf(svg), [svg])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <Paper className="my-code" aria-label={t("code.title")}>
      {PRINTED}
      <div>
        <Text bold>{t("code.scan_me")}</Text>
        <img src={address} alt={t("code.alt", { name: me.name })} />
        <Text size="title">{me.name}</Text>
        {me.handle && <Text>{me.handle}</Text>}
        {amount && (
          <Text size="title" className="tabular">
            {formatMoney(amount, i18n.language)}
          </Text>
        )}
        {note && <Text>{note}</Text>}
      </div>
      <ClothBorder aria-hidden="true" />
    </Paper>
  )
}
