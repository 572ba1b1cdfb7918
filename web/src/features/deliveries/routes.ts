/** The addresses of the delivery log, of costs, of templates and of the order of channels, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

// The buttons that move a channel up or down speak the words of routing.
const words = ["deliveries", "orders", "routing", "errors", "errors-notifications"] as const
const rest = { getParentRoute: () => inside, component: screen(() => import("./DeliveriesScreens"), ...words) }

export const deliveriesRoutes = [
  createRoute({ ...rest, path: "/admin/deliveries" }),
  createRoute({ ...rest, path: "/admin/costs" }),
  createRoute({ ...rest, path: "/admin/templates" }),
  createRoute({ ...rest, path: "/admin/orders" }),
] as const
