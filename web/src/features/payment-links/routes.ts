/** The addresses of links by which anybody can pay the person. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside

export const paymentLinksRoutes = [
  createRoute({
    getParentRoute,
    path: "/payment-links",
    component: screen(() => import("./PaymentLinksScreen"), "payment-links"),
  }),
  createRoute({
    getParentRoute,
    path: "/payment-links/new",
    component: screen(() => import("./MakeScreen"), "payment-links"),
    staticData: { bare: true },
  }),
  createRoute({
    getParentRoute,
    path: "/payment-links/$id",
    component: screen(() => import("./LinkScreen"), "payment-links"),
  }),
] as const
