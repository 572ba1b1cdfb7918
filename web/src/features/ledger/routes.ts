/** The address of the ledger's proof, for those who run the house. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => inside

export const ledgerRoutes = [
  createRoute({
    getParentRoute,
    path: "/admin/ledger",
    component: screen(() => import("./LedgerScreen"), "ledger", "errors"),
  }),
] as const
