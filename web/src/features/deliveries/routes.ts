/** The addresses of the delivery log, of costs, of templates and of the order of channels, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const words = ["deliveries", "errors", "errors-notifications"] as const

export const deliveriesRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/admin/deliveries",
    component: screen(() => import("./DeliveriesScreen"), ...words),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/admin/costs",
    component: screen(() => import("./CostsScreen"), ...words),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/admin/templates",
    component: screen(() => import("./TemplatesScreen"), ...words),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: "/admin/orders",
    // The buttons that move one up or down speak the words of routing.
    component: screen(() => import("./OrdersScreen"), "orders", "routing", ...words),
  }),
] as const
