/** Home: what is in the wallet, what can be done, who was paid, what waits, what happened. */
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { recentPayeesQuery } from "@/api/payees"
import { recentPaymentsQuery } from "@/api/payments"
import { waitingQuery } from "@/api/requests"
import { walletsQuery } from "@/api/wallets"
import { Later } from "@/ui/layout/Later"
import { Screen } from "@/ui/layout/Screen"
import { BalanceCloth } from "./BalanceCloth"
import { FirstSteps } from "./FirstSteps"
import { Lately } from "./Lately"
import { PeoplePaid } from "./PeoplePaid"
import { Services } from "./Services"
import { UnderwayNotes } from "./UnderwayNotes"
import { WaitingForMe } from "./WaitingForMe"

const Columns = styled("div")({
  display: "grid",
  gap: 28,
  "& > div": { display: "grid", gap: 28, alignContent: "start", minWidth: 0 },
  "@media (min-width: 900px)": { gridTemplateColumns: "minmax(0, 5fr) minmax(0, 6fr)", gap: 40 },
})

export default function HomeScreen() {
  const { t } = useTranslation("wallets")
  const wallets = useQuery(walletsQuery)
  const recent = useQuery(recentPaymentsQuery)
  const isNew = recent.data?.length === 0
  // What lies below waits for what may come above it, so that nothing moves under a finger.
  const isAboveComing = [useQuery(recentPayeesQuery), useQuery(waitingQuery)].some(
    (query) => query.isPending && query.fetchStatus !== "paused",
  )
  return (
    <Screen title={t("home.title")} hideTitle width="wide">
      <Columns>
        <div>
          <UnderwayNotes />
          <BalanceCloth query={wallets} />
          <Later>
            <Services />
            <PeoplePaid />
          </Later>
        </div>
        <div>
          {!isAboveComing && (
            <Later>
              <WaitingForMe />
              {isNew ? <FirstSteps /> : <Lately query={recent} />}
            </Later>
          )}
        </div>
      </Columns>
    </Screen>
  )
}
