/** A link into the group as a code on white paper, and as text to share. */
import { styled } from "@/ui/theme/styled"
import { useEffect, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { shareText } from "@/lib/share"
import { formatMoment } from "@/lib/time"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ClothBorder } from "@/ui/motif/Motif"

// Scanners want dark on light, in both themes.
const Paper = styled("section")({
  overflow: "hidden",
  borderRadius: 24,
  border: "1px solid var(--batua-palette-divider)",
  background: "#ffffff",
  color: "#221f3b",
  textAlign: "center",
  "& > div": { display: "grid", justifyItems: "center", gap: 6, padding: "20px 20px 16px" },
  "& img": { width: "100%", maxWidth: 280, aspectRatio: "1 / 1", imageRendering: "pixelated" },
})

interface Props {
  name: string
  link: string
  svg: string
  until: string
}

export function LinkCard({ name, link, svg, until }: Props) {
  const { t, i18n } = useTranslation("groups")
  const address = useMemo(() => URL.createObjectURL(new Blob([asPicture(svg)], { type: "image/svg+xml" })), [svg])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  const share = async () => {
    const shared = await shareText(t("invite.text", { name, link }))
    if (shared === "copied") toast({ text: t("invite.copied"), tone: "good" })
  }
  return (
    <Stack gap={4}>
      <Paper aria-label={t("invite.code")}>
        <div>
          <Text bold>{t("invite.scan")}</Text>
          <img src={address} alt={t("invite.code")} />
          <Text size="title">{name}</Text>
          <Text size="small">{t("invite.until", { moment: formatMoment(until, i18n.language) })}</Text>
        </div>
        <ClothBorder aria-hidden="true" />
      </Paper>
      <Text size="small" tone="quiet" style={{ overflowWrap: "anywhere" }} data-testid="invite-link">
        {link}
      </Text>
      <Button size="large" startIcon={<Icon name="share" />} onClick={() => void share()}>
        {t("invite.share")}
      </Button>
      <Text size="small" tone="quiet">
        {t("invite.told_once")}
      </Text>
    </Stack>
  )
}

/** An inline SVG has no namespace; a picture needs one. */
function asPicture(svg: string): string {
  return svg.includes("xmlns=") ? svg : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
}
