/** Behind the door: the rail on a desk, the bar on a phone, live updates, and what is kept offline. */
import { styled } from "@/ui/theme/styled"
import { PersistQueryClientProvider } from "@tanstack/react-query-persist-client"
import { Outlet, useMatches, useNavigate } from "@tanstack/react-router"
import { lazy, Suspense, useEffect } from "react"
import { followEvents } from "@/api/events"
import { usePending } from "@/api/orders"
import { persistence, queries } from "@/api/queries"
import { useChangeMe, useMe } from "@/api/me"
import { usePersonId } from "@/api/session"
import { useMedia } from "@/lib/media"
import { setZone } from "@/lib/time"
import { OfflineBar } from "@/ui/feedback/OfflineBar"
import { onLanguageChosen } from "@/ui/settings/chosen-language"
import { BottomBar } from "./BottomBar"
import { SideRail } from "./SideRail"

const House = styled("div")({
  display: "flex",
  minHeight: "100dvh",
  "@media (min-width: 900px)": { ".brand": { display: "none" }, "nav .brand": { display: "flex" } },
})

const Room = styled("div")({
  flex: 1,
  minWidth: 0,
  display: "flex",
  flexDirection: "column",
  "&.barred": { paddingBottom: "calc(72px + env(safe-area-inset-bottom))" },
  "@media (min-width: 900px)": { "&.barred": { paddingBottom: 0 } },
})

export function Inside() {
  const personId = usePersonId()
  const navigate = useNavigate()
  // Only what is seen is drawn: each link costs a slow phone half a millisecond.
  const isWide = useMedia("(min-width: 900px)")
  const isBare = useMatches().some((match) => match.staticData.bare)
  useEffect(() => {
    if (!personId) {
      void navigate({ to: "/welcome", replace: true })
      return
    }
    return followEvents()
  }, [personId, navigate])
  if (!personId) return null
  return (
    <PersistQueryClientProvider
      key={personId}
      client={queries}
      persistOptions={persistence(personId)}
    >
      <Follows />
      <Unanswered />
      <House>
        {isWide && <SideRail />}
        <Room className={isBare ? undefined : "barred"}>
          <OfflineBar />
          <Outlet />
        </Room>
        {!isWide && !isBare && <BottomBar />}
      </House>
    </PersistQueryClientProvider>
  )
}

/** Times follow the person's zone; messages follow the language chosen on any screen. */
function Follows() {
  const zone = useMe().data?.time_zone
  const { mutate } = useChangeMe()
  useEffect(() => {
    if (zone) setZone(zone)
  }, [zone])
  useEffect(() => onLanguageChosen((language) => mutate({ language })), [mutate])
  return null
}

const PendingOrders = lazy(() => import("@/features/payments/PendingOrders"))

/** Orders that a lost network or a killed tab left open; their code is fetched only then. */
function Unanswered() {
  if (usePending().length === 0) return null
  return (
    <Suspense>
      <PendingOrders />
    </Suspense>
  )
}
