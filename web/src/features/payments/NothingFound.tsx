/** No payments: either none yet, or none that fit the filters. */
import { Button } from "@/ui/layout/Button"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { EmptyState } from "@/ui/feedback/EmptyState"

export function NothingFound({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation("payments")
  const navigate = useNavigate()
  if (isFiltered)
    return (
      <EmptyState
        picture="search"
        title={t("activity.none_fit")}
        body={t("activity.none_fit_body")}
        action={<Button onClick={onClear}>{t("filter.clear")}</Button>}
      />
    )
  return (
    <EmptyState
      picture="pouch"
      title={t("activity.none")}
      body={t("activity.none_body")}
      action={<Button onClick={() => void navigate({ to: "/send" })}>{t("activity.first")}</Button>}
    />
  )
}
