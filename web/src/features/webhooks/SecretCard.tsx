/** A secret, shown this once. */
import { useTranslation } from "react-i18next"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

export function SecretCard({ secret }: { secret: string }) {
  const { t } = useTranslation("webhooks")
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    toast({ text: t("secret.copied"), tone: "good" })
  }
  return (
    <Card>
      <Stack gap={3}>
        <Text as="h2" size="large" bold>
          {t("secret.title")}
        </Text>
        <Text>{t("secret.once")}</Text>
        <Text style={{ overflowWrap: "anywhere", fontFamily: "monospace" }} data-testid="secret">
          {secret}
        </Text>
        <Button variant="outlined" onClick={() => void copy()}>
          {t("secret.copy")}
        </Button>
      </Stack>
    </Card>
  )
}
