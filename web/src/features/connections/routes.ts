/** What is connected outside, and which way money goes, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const words = ["connections", "connection-fields", "routing", "errors", "errors-gateways", "errors-connections"] as const
/** The PIN is asked for in the words of payments. */
const component = screen(() => import("./ConnectionsScreens"), ...words, "payments")
const rest = { getParentRoute: () => inside, component }

export const connectionsRoutes = [
  createRoute({ ...rest, path: "/admin/connections" }),
  createRoute({ ...rest, path: "/admin/connections/$name" }),
  createRoute({ ...rest, path: "/admin/routing" }),
] as const
