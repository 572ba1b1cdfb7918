/** One line of the delivery log. */
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListRow } from "@/ui/people/ListRow"
import { formatPrice } from "./price"
import type { Delivery } from "./queries"

const MARK = {
  queued: "clock",
  sent: "check",
  delivered: "check",
  failed: "warn",
  cancelled: "close",
} as const

const KINDS = ["group_loan_due", "group_loan_late"] as const
const FAILURES = ["settled", "unwished", "no_address", "no_channel", "no_template", "no_dlt", "given_up", "gone"] as const

interface Props {
  delivery: Delivery
  isTrying: boolean
  onRetry: () => void
}

export function DeliveryRow({ delivery, isTrying, onRetry }: Props) {
  const { t, i18n } = useTranslation("deliveries")
  const { channel, state, to, tries, failure, status, reply, cost } = delivery
  const kind = KINDS.find((known) => known === delivery.kind)
  const known = FAILURES.find((one) => one === failure)
  const why = known ? t(`failure.${known}`) : failure
  const facts = [
    t(`state.${state}`),
    why,
    // The provider's own word, where it says more than the state.
    status !== state && status,
    reply && t(`reply.${reply}`),
    kind ? t(`kind.${kind}`) : delivery.kind.replaceAll("_", " "),
    to,
    delivery.provider,
    cost && (cost.is_estimate ? t("estimate", { price: formatPrice(cost, i18n.language) }) : formatPrice(cost, i18n.language)),
    formatMoment(delivery.queued_at, i18n.language),
    tries > 1 && t("tries", { tries: tries.toLocaleString(i18n.language) }),
  ]
  return (
    <ListRow
      start={<Icon name={MARK[state]} />}
      title={t(`channel.${channel}`)}
      second={facts.filter(Boolean).join(" · ")}
      end={
        state === "failed" && (
          <Button variant="outlined" loading={isTrying} onClick={onRetry}>
            {t("retry")}
          </Button>
        )
      }
    />
  )
}
