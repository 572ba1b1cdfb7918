/** The addresses of webhooks, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside
const words = ["webhooks", "errors", "errors-webhooks"] as const

export const webhooksRoutes = [
  createRoute({
    getParentRoute,
    path: "/admin/webhooks",
    component: screen(() => import("./WebhooksScreen"), ...words),
  }),
  createRoute({
    getParentRoute,
    path: "/admin/webhooks/new",
    component: screen(() => import("./NewWebhookScreen"), ...words),
  }),
  createRoute({
    getParentRoute,
    path: "/admin/webhooks/$id",
    component: screen(() => import("./WebhookScreen"), ...words),
  }),
] as const
