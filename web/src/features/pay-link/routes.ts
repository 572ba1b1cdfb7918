/** Where a payment link leads, and where the provider leads back to; open to everybody. */
import { createRoute } from "@tanstack/react-router"
import { root } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => root

export const payLinkRoutes = [
  createRoute({
    getParentRoute,
    path: "/pay-link",
    component: screen(() => import("./PayLinkScreen"), "pay-link"),
  }),
  createRoute({
    getParentRoute,
    path: "/pay-link/$id",
    component: screen(() => import("./PaidScreen"), "pay-link"),
  }),
] as const
