/** The address of the settings of this device. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: "/you/settings",
    component: screen(() => import("./SettingsScreen"), "settings", "errors", "errors-notifications"),
  }),
] as const
