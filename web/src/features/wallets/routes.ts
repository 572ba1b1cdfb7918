/** The addresses of home, of a wallet's movements, and of what may be sent. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside

export const walletsRoutes = [
  createRoute({
    getParentRoute,
    path: "/",
    component: screen(() => import("./HomeScreen"), "wallets"),
  }),
  createRoute({
    getParentRoute,
    path: "/wallets",
    component: screen(() => import("./WalletsScreen"), "wallets", "payments", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/wallets/$id",
    component: screen(() => import("./StatementScreen"), "wallets", "payments", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/limits",
    component: screen(() => import("./LimitsScreen"), "wallets", "errors"),
  }),
] as const
