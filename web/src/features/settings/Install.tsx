/** Put Batua on the phone's first screen, where the browser offers it. */
import { Button } from "@/ui/layout/Button"
import { useTranslation } from "react-i18next"
import { useInstall } from "@/lib/install"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

export function Install() {
  const { t } = useTranslation("settings")
  const install = useInstall()
  if (!install) return null
  return (
    <Card>
      <Stack gap={3} align="start">
        <Text as="h2" size="title">
          {t("install.title")}
        </Text>
        <Text tone="quiet">{t("install.body")}</Text>
        <Button variant="outlined" onClick={install}>
          {t("install.do")}
        </Button>
      </Stack>
    </Card>
  )
}
