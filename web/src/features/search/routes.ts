/** The address of the search. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

export const searchRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/search",
    component: screen(() => import("./SearchScreen"), "search", "payments", "errors"),
  }),
] as const
