/** One provider or channel: how it stands, its keys, and what went through it. */
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Screen } from "@/ui/layout/Screen"
import { Addresses } from "./Addresses"
import { Forget } from "./Forget"
import { KeysForm } from "./KeysForm"
import { Log } from "./Log"
import { providerName } from "./names"
import { useConnected } from "./queries"
import { StandingCard } from "./StandingCard"

export function ConnectionScreen({ name }: { name: string }) {
  const { t } = useTranslation("connections")
  const { connection, rail, error, retry } = useConnected(name)
  return (
    <Screen title={providerName(name)} intro={t("one.intro")} back="/admin/connections" width="middle">
      {!connection && Boolean(error) && <ErrorState error={error} onRetry={retry} />}
      {!connection && !error && <RowsSkeleton />}
      {connection && (
        <>
          <StandingCard connection={connection} rail={rail} />
          <Addresses addresses={connection.callbacks} />
          <KeysForm connection={connection} isRail={Boolean(rail)} />
          {connection.source === "kept" && <Forget connection={connection} isRail={Boolean(rail)} />}
          {rail && <Log provider={name} />}
        </>
      )}
    </Screen>
  )
}
