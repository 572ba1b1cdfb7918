/** The addresses of paying many people at once. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside

export const bulkRoutes = [
  createRoute({
    getParentRoute,
    path: "/pay-many",
    component: screen(() => import("./PayManyScreen"), "bulk", "payments", "errors"),
    staticData: { bare: true },
  }),
  createRoute({
    getParentRoute,
    path: "/pay-many/$id",
    component: screen(() => import("./BatchScreen"), "bulk", "payments", "errors"),
  }),
] as const
