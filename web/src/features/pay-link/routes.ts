/** Where a payment link leads, and where the provider leads back to; open to everybody. */
import { createRoute } from "@tanstack/react-router"
import { root } from "@/app/parents"
import { speakAsDevice } from "@/lib/i18n"
import { screen } from "@/lib/screen"

const getParentRoute = () => root

export const payLinkRoutes = [
  createRoute({
    getParentRoute,
    path: "/pay-link",
    // Nobody asks a stranger for her language, so her device does.
    beforeLoad: speakAsDevice,
    component: screen(() => import("./PayLinkScreen"), "pay-link"),
  }),
  createRoute({
    getParentRoute,
    path: "/pay-link/$id",
    beforeLoad: speakAsDevice,
    component: screen(() => import("./PaidScreen"), "pay-link"),
  }),
] as const
