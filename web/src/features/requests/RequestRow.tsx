/** A request in a list. */
import { useTranslation } from "react-i18next"
import type { PaymentRequest } from "@/api/types"
import { formatAgo } from "@/lib/time"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { RequestStatus } from "./RequestStatus"

export function RequestRow({ request }: { request: PaymentRequest }) {
  const { t, i18n } = useTranslation("requests")
  const { id, other, amount, note, created_at } = request
  return (
    <ListRow
      to={`/requests/${id}`}
      start={other ? <PersonAvatar person={other} /> : <ServiceIcon service="request" />}
      title={other?.name ?? t("list.somebody")}
      second={
        <>
          {note && <Text as="span" size="small" oneLine>{note}</Text>}
          <RequestStatus request={request} />
        </>
      }
      end={
        <>
          <AmountText amount={amount} size="s" />
          <Text as="span" size="tiny" tone="quiet">
            {formatAgo(created_at, i18n.language)}
          </Text>
        </>
      }
    />
  )
}
