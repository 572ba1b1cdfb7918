/** The address of the notifications. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

export const notificationsRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/notifications",
    component: screen(() => import("./NotificationsScreen"), "notifications", "errors"),
  }),
] as const
