/** A link into the group as a code on white paper, and as text to share. */
import { useTranslation } from "react-i18next"
import { shareText } from "@/lib/share"
import { formatMoment } from "@/lib/time"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { CodePaper } from "@/ui/money/CodePaper"

interface Props {
  name: string
  link: string
  svg: string
  until: string
}

export function LinkCard({ name, link, svg, until }: Props) {
  const { t, i18n } = useTranslation("groups")
  const share = async () => {
    const shared = await shareText(t("invite.text", { name, link }))
    if (shared === "copied") toast({ text: t("invite.copied"), tone: "good" })
  }
  return (
    <Stack gap={4}>
      <CodePaper svg={svg} label={t("invite.code")} lead={t("invite.scan")}>
        <Text size="title">{name}</Text>
        <Text size="small">{t("invite.until", { moment: formatMoment(until, i18n.language) })}</Text>
      </CodePaper>
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
