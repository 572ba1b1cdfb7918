/** The two halves of the app: outside the door, and inside for those who are signed in. */
import { createRootRoute, createRoute, redirect } from "@tanstack/react-router"
import { sessionState } from "@/api/session"
import { chosenLanguage } from "@/lib/i18n"
import { Inside } from "./shell/Inside"
import { Outside } from "./shell/Outside"
import { Root } from "./shell/Root"

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** A flow with one clear action: the bar at the foot stays away. */
    bare?: boolean
  }
}

export const root = createRootRoute({ component: Root })

interface Waiting {
  /** Where the person wanted to go before the door stood in the way. */
  then?: string
  /** How far a form of several screens has come, so that the phone's own "back" works in it. */
  step?: string
}

/** Only paths of our own: a link must not lead people away through our door. */
function readWaiting(search: Record<string, unknown>): Waiting {
  const wanted = search["then"]
  const isOurs = typeof wanted === "string" && /^\/(?![/\\])/.test(wanted)
  const step = typeof search["step"] === "string" ? search["step"] : undefined
  // Said even when there is nothing to say: what stands in the address would show through.
  return { then: isOurs ? wanted : undefined, step }
}

export const outside = createRoute({
  getParentRoute: () => root,
  id: "outside",
  component: Outside,
  validateSearch: readWaiting,
  beforeLoad: ({ location }) => {
    if (sessionState().is !== "out") throw redirect({ to: "/" })
    const isAsking = location.pathname === "/language"
    if (!chosenLanguage() && !isAsking) throw redirect({ to: "/language", search: location.search })
  },
})

export const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Inside,
  beforeLoad: ({ location }) => {
    if (sessionState().is !== "out") return
    const search = location.href === "/" ? {} : { then: location.href }
    throw redirect({ to: chosenLanguage() ? "/welcome" : "/language", search })
  },
})
