/** One message: the sign of its service, what happened, when. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Notification } from "@/api/types"
import { formatHour } from "@/lib/time"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { signOfKind } from "./signs"

const New = styled("span")({
  display: "inline-block",
  width: 10,
  height: 10,
  borderRadius: 5,
  background: "var(--batua-palette-secondary-main)",
})

interface Props {
  item: Notification
  onOpen: () => void
}

export function NotificationRow({ item, onOpen }: Props) {
  const { t, i18n } = useTranslation("notifications")
  return (
    <ListRow
      onClick={onOpen}
      start={<ServiceIcon {...signOfKind(item.kind)} />}
      title={item.title}
      second={
        <>
          <span>{item.body}</span>
          <Text as="span" size="tiny" style={{ display: "block" }}>
            {formatHour(item.created_at, i18n.language)}
          </Text>
        </>
      }
      end={!item.read_at && <New role="img" aria-label={t("new")} />}
    />
  )
}
