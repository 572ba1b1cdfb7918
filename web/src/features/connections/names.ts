/** The names by which providers are known everywhere, whatever the language. */
const NAMES: Partial<Record<string, string>> = {
  razorpay: "Razorpay",
  stripe: "Stripe",
  cashfree: "Cashfree",
  paystack: "Paystack",
  flutterwave: "Flutterwave",
  paypal: "PayPal",
  paytm: "Paytm",
  upi: "UPI",
  sandbox: "Sandbox",
  smtp: "SMTP",
  twilio: "Twilio",
  whatsapp: "WhatsApp (Meta)",
}

export const providerName = (name: string) => NAMES[name] ?? name
