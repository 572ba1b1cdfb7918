/** What is connected outside, and which way money goes, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside
/** The PIN is asked for in the words of payments. */
const words = ["connections", "routing", "payments", "errors", "errors-gateways", "errors-connections"] as const

export const connectionsRoutes = [
  createRoute({
    getParentRoute,
    path: "/admin/connections",
    component: screen(() => import("./ConnectionsScreen"), "connections", "errors", "errors-gateways"),
  }),
  createRoute({
    getParentRoute,
    path: "/admin/connections/$name",
    component: screen(() => import("./ConnectionScreen"), ...words, "connection-fields"),
  }),
  createRoute({
    getParentRoute,
    path: "/admin/routing",
    component: screen(() => import("./routing/RoutingScreen"), "routing", "errors", "errors-gateways"),
  }),
] as const
