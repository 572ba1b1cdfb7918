/** Every address of the app; each feature brings its own. */
import { createRouter, type ErrorComponentProps, type RouterHistory } from "@tanstack/react-router"
import { bulkRoutes } from "@/features/bulk/routes"
import { connectionsRoutes } from "@/features/connections/routes"
import { deliveriesRoutes } from "@/features/deliveries/routes"
import { groupsRoutes } from "@/features/groups/routes"
import { helpRoutes } from "@/features/help/routes"
import { identityInside, identityOutside } from "@/features/identity/routes"
import { kycRoutes } from "@/features/kyc/routes"
import { ledgerRoutes } from "@/features/ledger/routes"
import { notificationsRoutes } from "@/features/notifications/routes"
import { payeesRoutes } from "@/features/payees/routes"
import { payLinkRoutes } from "@/features/pay-link/routes"
import { paymentLinksRoutes } from "@/features/payment-links/routes"
import { paymentsRoutes } from "@/features/payments/routes"
import { railsRoutes } from "@/features/rails/routes"
import { requestsRoutes } from "@/features/requests/routes"
import { searchRoutes } from "@/features/search/routes"
import { settingsRoutes } from "@/features/settings/routes"
import { walletsRoutes } from "@/features/wallets/routes"
import { webhooksRoutes } from "@/features/webhooks/routes"
import { ScreenSkeleton } from "@/ui/feedback/Skeletons"
import { NotFoundScreen } from "./NotFoundScreen"
import { inside, outside, root } from "./parents"
import { BrokenScreen } from "./BrokenScreen"

const tree = root.addChildren([
  outside.addChildren([...identityOutside]),
  inside.addChildren([
    ...walletsRoutes,
    ...payeesRoutes,
    ...paymentsRoutes,
    ...bulkRoutes,
    ...groupsRoutes,
    ...requestsRoutes,
    ...paymentLinksRoutes,
    ...railsRoutes,
    ...identityInside,
    ...settingsRoutes,
    ...notificationsRoutes,
    ...searchRoutes,
    ...ledgerRoutes,
    ...deliveriesRoutes,
    ...connectionsRoutes,
    ...webhooksRoutes,
    ...kycRoutes,
  ]),
  ...helpRoutes,
  ...payLinkRoutes,
])

/** Tests bring a history of their own. */
export function makeRouter(history?: RouterHistory) {
  return createRouter({
    history,
    routeTree: tree,
    defaultPreload: "intent",
    defaultPendingComponent: ScreenSkeleton,
    defaultPendingMs: 150,
    defaultNotFoundComponent: NotFoundScreen,
    defaultErrorComponent: ({ reset }: ErrorComponentProps) => <BrokenScreen onRetry={reset} />,
    scrollRestoration: true,
  })
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
