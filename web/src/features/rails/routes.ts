/** The addresses of money that comes from outside and goes there. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside
const staticData = { bare: true }

export const railsRoutes = [
  createRoute({
    getParentRoute,
    path: "/add-money",
    component: screen(() => import("./AddMoneyScreen"), "rails", "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    // The provider's page leads back here.
    path: "/add-money/$id",
    component: screen(() => import("./TopUpScreen"), "rails", "payments", "errors"),
    staticData,
  }),
  createRoute({
    getParentRoute,
    path: "/withdraw",
    component: screen(() => import("./WithdrawScreen"), "rails", "payments", "errors"),
    staticData,
    validateSearch: ({ step }: Record<string, unknown>): { step?: "account" | "amount" | "check" } =>
      step === "account" || step === "amount" || step === "check" ? { step } : {},
  }),
  createRoute({
    getParentRoute,
    path: "/withdrawals/$id",
    component: screen(() => import("./WithdrawalScreen"), "rails", "payments", "errors"),
  }),
] as const
