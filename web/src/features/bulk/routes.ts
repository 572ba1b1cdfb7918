/** The addresses of paying many people at once. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside

const component = screen(() => import("./BulkScreens"), "bulk", "payments", "errors")

export const bulkRoutes = [
  createRoute({ getParentRoute, path: "/pay-many", component, staticData: { bare: true } }),
  createRoute({ getParentRoute, path: "/pay-many/$id", component }),
] as const
