/** The addresses of choosing somebody, scanning, and showing one's own code. */
import { createRoute, redirect } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside
const staticData = { bare: true }

export const payeesRoutes = [
  createRoute({
    getParentRoute,
    path: "/send",
    validateSearch: ({ payee }: Record<string, unknown>): { payee?: string } =>
      typeof payee === "string" ? { payee } : {},
    beforeLoad: ({ search: { payee } }) => {
      if (payee) throw redirect({ to: "/send/$payee", params: { payee }, replace: true })
    },
    component: screen(() => import("./SendToScreen"), "payees", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/request",
    component: screen(() => import("./AskWhomScreen"), "payees", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/scan",
    component: screen(() => import("./ScanScreen"), "payees", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/my-qr",
    component: screen(() => import("./MyCodeScreen"), "payees", "errors"),
  }),
  createRoute({
    getParentRoute,
    path: "/pay",
    component: screen(() => import("./PayLinkScreen"), "payees", "errors"),
    staticData,
  }),
] as const
