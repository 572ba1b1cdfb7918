/** An address where nothing lives. */
import { Button } from "@/ui/layout/Button"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Screen } from "@/ui/layout/Screen"

export function NotFoundScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Screen title={t("not_found.title")} hideTitle back={true}>
      <EmptyState
        picture="path"
        title={t("not_found.title")}
        body={t("not_found.body")}
        action={<Button onClick={() => void navigate({ to: "/" })}>{t("not_found.home")}</Button>}
      />
    </Screen>
  )
}
