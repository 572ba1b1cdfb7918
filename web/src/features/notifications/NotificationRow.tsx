/** One message: the sign of its service, what happened, when. */
import { styled } from "@mui/material/styles"
import { useTranslation } from "react-i18next"
import type { Notification } from "@/api/types"
import { formatHour } from "@/lib/time"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { serviceOf } from "@/ui/icons/services"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"

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
  const isIn = /received|paid|topped/.test(item.kind)
  return (
    <ListRow
      onClick={onOpen}
      start={<ServiceIcon service={serviceOf(item.kind, isIn ? "in" : "out")} />}
      title={item.title}
      second={item.body}
      end={
        <>
          <Text as="span" size="tiny" tone="quiet">
            {formatHour(item.created_at, i18n.language)}
          </Text>
          {!item.read_at && <New role="img" aria-label={t("new")} />}
        </>
      }
    />
  )
}
