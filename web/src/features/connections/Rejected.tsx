/** Callbacks that were turned away, by minute and reason; nothing of them is kept. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { formatNumber } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { ListRow } from "@/ui/people/ListRow"
import { Paged } from "./Paged"
import { rejectedQuery } from "./queries"

export function Rejected({ provider }: { provider: string }) {
  const { t, i18n } = useTranslation("connections")
  const list = useInfiniteQuery(rejectedQuery(provider))
  return (
    <Paged
      list={list}
      empty={t("log.no_rejected")}
      keyOf={({ minute, reason }) => minute + reason}
      row={({ minute, reason, count }) => (
        <ListRow
          start={<Icon name="warn" />}
          title={t("rejected.count", { count, number: formatNumber(count, i18n.language) })}
          second={`${t(`rejected.${reason}`)} · ${formatMoment(minute, i18n.language)}`}
        />
      )}
    />
  )
}
