/** Where a scanned pay link opens: find who it names, then go on to the amount. */
import { useQuery } from "@tanstack/react-query"
import { Navigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { lookUp } from "@/api/payees"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Screen } from "@/ui/layout/Screen"

export default function PayLinkScreen() {
  const { t } = useTranslation("payees")
  const [qr] = useState(() => location.href)
  const found = useQuery({
    queryKey: ["payees", "link", qr],
    queryFn: () => lookUp({ qr }),
    staleTime: Infinity,
    retry: false,
  })
  if (found.data) {
    const { id, amount, note } = found.data
    const draft = { amount: amount ?? undefined, note: note ?? undefined }
    return <Navigate to="/send/$payee" params={{ payee: id }} state={{ draft }} replace />
  }
  return (
    <Screen title={t("link.title")} back="/">
      {found.error ? (
        <ErrorState error={found.error} money="no" onRetry={() => void found.refetch()} />
      ) : (
        <RowsSkeleton rows={1} />
      )}
    </Screen>
  )
}
