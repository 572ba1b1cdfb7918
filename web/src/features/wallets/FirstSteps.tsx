/** A wallet that is still empty: one thing to do. */
import { Button } from "@/ui/layout/Button"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { EmptyState } from "@/ui/feedback/EmptyState"

export function FirstSteps() {
  const { t } = useTranslation("wallets")
  const navigate = useNavigate()
  return (
    <EmptyState
      picture="pouch"
      title={t("first.title")}
      body={t("first.body")}
      action={
        <Button size="large" onClick={() => void navigate({ to: "/add-money" })}>
          {t("first.add")}
        </Button>
      }
    />
  )
}
