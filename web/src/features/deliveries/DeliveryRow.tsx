/** One line of the delivery log. */
import { useTranslation } from "react-i18next"
import { formatMicro, formatNumber } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListRow } from "@/ui/people/ListRow"
import { PROVIDERS, type Delivery } from "./queries"

const MARK = {
  queued: "clock",
  sent: "check",
  delivered: "check",
  failed: "warn",
  cancelled: "close",
} as const

const FAILURES = ["settled", "unwished", "no_address", "no_channel", "no_template", "no_dlt", "given_up", "gone"] as const

interface Props {
  delivery: Delivery
  isTrying: boolean
  onRetry: () => void
}

export function DeliveryRow({ delivery, isTrying, onRetry }: Props) {
  const { t, i18n } = useTranslation("deliveries")
  const { channel, state, to, tries, failure, status, reply, cost } = delivery
  const provider = PROVIDERS.find((one) => one === delivery.provider)
  const price = cost && formatMicro(cost, i18n.language)
  const known = FAILURES.find((one) => one === failure)
  const why = known ? t(`failure.${known}`) : failure
  const facts = [
    t(`state.${state}`),
    why,
    // The provider's own word, where it says more than the state.
    status !== state && status,
    reply && t(`reply.${reply}`),
    t(`kind.${delivery.kind}`, { defaultValue: delivery.kind.replaceAll("_", " ") }),
    to,
    provider ? t(`provider.${provider}`) : delivery.provider,
    cost?.is_estimate ? t("estimate", { price }) : price,
    formatMoment(delivery.queued_at, i18n.language),
    tries > 1 && t("tries", { tries: formatNumber(tries, i18n.language) }),
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
