/** One's own verification, and the desk of those who verify. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside
const words = ["kyc", "errors", "errors-kyc"] as const

export const kycRoutes = [
  createRoute({
    getParentRoute,
    path: "/you/verification",
    component: screen(() => import("./VerificationScreen"), ...words),
  }),
  createRoute({
    getParentRoute,
    path: "/admin/verifications",
    component: screen(() => import("./DeskScreen"), ...words),
  }),
] as const
