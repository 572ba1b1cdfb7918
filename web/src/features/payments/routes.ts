/** The addresses of sending, of what was sent, and of the history. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"
import { readFilters } from "./filters"

const getParentRoute = () => inside
const staticData = { bare: true }

export const paymentsRoutes = [
  createRoute({
    getParentRoute,
    path: "/send/$payee",
    component: screen(() => import("./AmountScreen"), "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    path: "/send/$payee/check",
    component: screen(() => import("./CheckScreen"), "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    path: "/requests/$id/pay",
    component: screen(() => import("./PayRequestScreen"), "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    path: "/sending/$key",
    component: screen(() => import("./SendingScreen"), "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    path: "/payments/$id",
    component: screen(() => import("./PaymentScreen"), "payments", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/payments/$id/done",
    component: screen(() => import("./DoneScreen"), "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    path: "/activity",
    component: screen(() => import("./ActivityScreen"), "payments", "errors"),
    validateSearch: readFilters,
  }),
] as const
