/** Short names for what the API sends; the shapes themselves come from the OpenAPI file. */
import type { components } from "./schema"

export type Schema = components["schemas"]

export type Profile = Schema["Profile"]
export type Session = Schema["Session"]
export type Challenge = Schema["Challenge"]
export type Device = Schema["Device"]
export type Wallet = Schema["WalletOut"]
export type StatementLine = Schema["StatementLineOut"]
export type Limit = Schema["LimitOut"]
export type Payee = Schema["PayeeOut"]
export type FoundPayee = Schema["FoundOut"]
export type LookUp = Schema["LookUpIn"]
export type Payment = Schema["PaymentOut"]
export type PaymentStatus = Schema["PaymentStatus"]
export type PaymentRequest = Schema["RequestOut"]
export type TopUp = Schema["TopUpOut"]
export type Withdrawal = Schema["WithdrawalOut"]
export type Destination = Schema["DestinationOut"]
export type Notification = Schema["NotificationOut"]
