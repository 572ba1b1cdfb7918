/** The currencies a wallet can be opened in, and their names in any language. */

/** The nearest and the most used first; the server knows every ISO 4217 code. */
export const CURRENCIES = [
  ..."INR NPR BDT LKR PKR BTN MVR AED SAR QAR KWD OMR BHD USD EUR GBP CAD AUD NZD SGD".split(" "),
  ..."JPY CNY HKD KRW TWD THB MYR IDR PHP VND CHF SEK NOK DKK PLN CZK HUF RON TRY ILS".split(" "),
  ..."ZAR KES UGX TZS RWF NGN GHS EGP MAD MUR BRL MXN ARS CLP COP PEN".split(" "),
]

export function currencyName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "currency" }).of(code) ?? code
}
