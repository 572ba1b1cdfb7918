/** The address of the help; open to everybody. */
import { createRoute } from "@tanstack/react-router"
import { root } from "@/app/parents"
import { screen } from "@/lib/screen"

export const helpRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: "/help",
    component: screen(() => import("./HelpScreen"), "help"),
  }),
] as const
