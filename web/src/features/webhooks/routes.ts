/** The addresses of webhooks, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const component = screen(() => import("./WebhooksScreens"), "webhooks", "errors", "errors-webhooks")
const rest = { getParentRoute: () => inside, component }

export const webhooksRoutes = [
  createRoute({ ...rest, path: "/admin/webhooks" }),
  createRoute({ ...rest, path: "/admin/webhooks/new" }),
  createRoute({ ...rest, path: "/admin/webhooks/$id" }),
] as const
