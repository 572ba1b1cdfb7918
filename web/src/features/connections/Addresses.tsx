/** The addresses of ours that are entered at the provider, so that it can call us. */
import { useTranslation } from "react-i18next"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

export function Addresses({ addresses }: { addresses: string[] }) {
  const { t } = useTranslation("connections")
  if (addresses.length === 0) return null
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address)
      toast({ text: t("address.copied"), tone: "good" })
    } catch {
      // Without leave to use the clipboard, the address still can be marked by hand.
      toast({ text: t("address.not_copied"), tone: "bad" })
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <Stack gap={1}>
          <Text as="h2" size="title">
            {t("address.title")}
          </Text>
          <Text tone="quiet">{t("address.help")}</Text>
        </Stack>
        {addresses.map((address) => (
          <Stack key={address} gap={2} align="start">
            <Text style={{ overflowWrap: "anywhere", fontFamily: "monospace" }}>{address}</Text>
            <Button variant="outlined" startIcon={<Icon name="copy" size={20} />} onClick={() => void copy(address)}>
              {t("address.copy")}
            </Button>
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}
