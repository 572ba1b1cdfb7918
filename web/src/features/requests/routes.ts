/** The addresses of asking for money, and of what was asked. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside

export const requestsRoutes = [
  createRoute({
    getParentRoute,
    path: "/request/$payee",
    component: screen(() => import("./AskScreen"), "requests", "payments", "errors"),
    staticData: { bare: true },
  }),
  createRoute({
    getParentRoute,
    path: "/requests",
    component: screen(() => import("./RequestsScreen"), "requests", "errors"),
    validateSearch: (search: Record<string, unknown>): { side?: "out"; all?: true } => ({
      ...(search["side"] === "out" && { side: "out" }),
      ...(search["all"] === true && { all: true }),
    }),
  }),
  createRoute({
    getParentRoute,
    path: "/requests/$id",
    component: screen(() => import("./RequestScreen"), "requests", "payments", "errors"),
    staticData: { bare: true },
  }),
] as const
