/** Short names for what the API sends; the shapes themselves come from the OpenAPI file. */
import type { components } from "./schema"

export type Schema = components["schemas"]

export type Profile = Schema["Profile"]
export type Session = Schema["Session"]
export type Challenge = Schema["Challenge"]
export type Device = Schema["Device"]
export type Wallet = Schema["Wallet"]
export type Payee = Schema["Payee"]
export type Payment = Schema["Payment"]
export type PaymentRequest = Schema["Request"]
export type Notification = Schema["Notification"]
