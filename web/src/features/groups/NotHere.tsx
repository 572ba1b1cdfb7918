/** A part that a group does not have. */
import { useTranslation } from "react-i18next"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Screen } from "@/ui/layout/Screen"

export function NotHere({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <Screen title={t("not_found.title")} hideTitle back={`/groups/${id}`}>
      <EmptyState picture="path" title={t("not_found.title")} body={t("not_found.body")} />
    </Screen>
  )
}
