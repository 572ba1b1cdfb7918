/** The address of the delivery log, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

export const deliveriesRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/admin/deliveries",
    component: screen(() => import("./DeliveriesScreen"), "deliveries", "errors", "errors-notifications"),
  }),
] as const
