/** Which bank account: one used before, or a new one. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { destinationsQuery } from "@/api/rails"
import { formatAgo } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { ListRow } from "@/ui/people/ListRow"
import type { Target } from "./target"

interface Props {
  onChosen: (target: Target) => void
  onNew: () => void
}

export function DestinationStep({ onChosen, onNew }: Props) {
  const { t, i18n } = useTranslation("rails")
  const saved = useQuery(destinationsQuery)
  return (
    <Screen title={t("withdraw.title")} intro={t("withdraw.where")} back="/">
      {saved.isPending && <RowsSkeleton rows={2} />}
      {saved.isError && !saved.data && (
        <ErrorState error={saved.error} money="no" onRetry={() => void saved.refetch()} />
      )}
      {saved.data && (
        <ListCard>
          {saved.data.map(({ id, masked, used_at }) => (
            <li key={id}>
              <ListRow
                start={<ServiceIcon service="withdraw" />}
                title={<span className="tabular">{masked}</span>}
                second={t("withdraw.used", { ago: formatAgo(used_at, i18n.language) })}
                end={<Icon name="next" size={20} />}
                onClick={() => onChosen({ destination: { kind: "saved", id }, masked })}
              />
            </li>
          ))}
          <li>
            <ListRow
              start={<ServiceIcon service="withdraw" sign="add" />}
              title={t("withdraw.new")}
              end={<Icon name="next" size={20} />}
              onClick={onNew}
            />
          </li>
        </ListCard>
      )}
    </Screen>
  )
}
