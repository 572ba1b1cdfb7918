/** One device: what it is, when it was last here, and the ways to name it and to sign it out. */
import { Button } from "@/ui/layout/Button"
import { Chip } from "@/ui/mui/Chip"
import { useTranslation } from "react-i18next"
import type { Device } from "@/api/types"
import { formatAgo, formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

interface Props {
  device: Device
  onRename: () => void
  onLeave: () => void
}

export function DeviceCard({ device, onRename, onLeave }: Props) {
  const { t, i18n } = useTranslation("identity")
  const isPhone = /phone|android|mobile|फ़ोन/i.test(device.name)
  return (
    <Card>
      <Stack gap={3}>
        <Stack row gap={4} align="start">
          <Icon name={isPhone ? "device" : "computer"} size={32} />
          <Stack gap={1}>
            <Text as="h2" size="large" bold>
              {device.name}
            </Text>
            <Text size="small" tone="quiet">
              {t("devices.seen", { ago: formatAgo(device.last_seen_at, i18n.language) })}
            </Text>
            <Text size="small" tone="quiet">
              {t("devices.since", { at: formatMoment(device.created_at, i18n.language) })}
            </Text>
            {device.is_current && (
              <div>
                <Chip color="success" variant="outlined" label={t("devices.current")} />
              </div>
            )}
          </Stack>
        </Stack>
        <Stack row gap={2} wrap>
          <Button variant="text" onClick={onRename}>
            {t("devices.rename")}
          </Button>
          {!device.is_current && (
            <Button variant="text" color="error" onClick={onLeave}>
              {t("devices.end")}
            </Button>
          )}
        </Stack>
      </Stack>
    </Card>
  )
}
