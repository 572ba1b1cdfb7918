/** The English catalogs say which words exist, so that a wrong key does not compile. */
import "i18next"
import type app from "../locales/en/app.json"
import type bulk from "../locales/en/bulk.json"
import type connectionFields from "../locales/en/office/connection-fields.json"
import type connections from "../locales/en/office/connections.json"
import type deliveries from "../locales/en/office/deliveries.json"
import type dues from "../locales/en/dues.json"
import type errors from "../locales/en/errors.json"
import type groups from "../locales/en/groups.json"
import type connectionsErrors from "../locales/en/office/errors-connections.json"
import type gatewaysErrors from "../locales/en/office/errors-gateways.json"
import type groupsErrors from "../locales/en/errors-groups.json"
import type identityErrors from "../locales/en/errors-identity.json"
import type kycErrors from "../locales/en/errors-kyc.json"
import type notificationsErrors from "../locales/en/errors-notifications.json"
import type paymentsErrors from "../locales/en/errors-payments.json"
import type webhooksErrors from "../locales/en/office/errors-webhooks.json"
import type help from "../locales/en/help.json"
import type kyc from "../locales/en/kyc.json"
import type loans from "../locales/en/loans.json"
import type ledger from "../locales/en/office/ledger.json"
import type identity from "../locales/en/identity.json"
import type notifications from "../locales/en/notifications.json"
import type office from "../locales/en/office.json"
import type orders from "../locales/en/office/orders.json"
import type routing from "../locales/en/office/routing.json"
import type search from "../locales/en/search.json"
import type settings from "../locales/en/settings.json"
import type payees from "../locales/en/payees.json"
import type payLink from "../locales/en/pay-link.json"
import type paymentLinks from "../locales/en/payment-links.json"
import type pots from "../locales/en/pots.json"
import type payments from "../locales/en/payments.json"
import type rails from "../locales/en/rails.json"
import type requests from "../locales/en/requests.json"
import type webhooks from "../locales/en/office/webhooks.json"
import type wallets from "../locales/en/wallets.json"

export interface Resources {
  app: typeof app
  bulk: typeof bulk
  "connection-fields": typeof connectionFields
  connections: typeof connections
  deliveries: typeof deliveries
  dues: typeof dues
  errors: typeof errors
  "errors-connections": typeof connectionsErrors
  "errors-gateways": typeof gatewaysErrors
  "errors-groups": typeof groupsErrors
  "errors-identity": typeof identityErrors
  "errors-kyc": typeof kycErrors
  "errors-notifications": typeof notificationsErrors
  "errors-payments": typeof paymentsErrors
  "errors-webhooks": typeof webhooksErrors
  groups: typeof groups
  help: typeof help
  identity: typeof identity
  kyc: typeof kyc
  ledger: typeof ledger
  loans: typeof loans
  notifications: typeof notifications
  office: typeof office
  orders: typeof orders
  routing: typeof routing
  search: typeof search
  settings: typeof settings
  payees: typeof payees
  payments: typeof payments
  "pay-link": typeof payLink
  "payment-links": typeof paymentLinks
  pots: typeof pots
  rails: typeof rails
  requests: typeof requests
  wallets: typeof wallets
  webhooks: typeof webhooks
}

/** Words for refusals: `errors` for what can meet anybody, one more for a module with many. */
export type ErrorCatalog = Extract<keyof Resources, `errors${string}`>

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app"
    resources: Resources
  }
}
