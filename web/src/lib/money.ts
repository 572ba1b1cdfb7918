/** Money as people read and type it; the only place that formats numbers. */
import { localeOf } from "./languages"

export interface Amount {
  minor: number
  currency: string
}

/** Shown until the person's own wallets are known. */
export const HOME_CURRENCY = "INR"

const NO_MINOR =
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ")
const THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND".split(" ")

/** Digits after the point by ISO 4217; browsers follow another table for a few currencies. */
export function exponentOf(currency: string): number {
  if (NO_MINOR.includes(currency)) return 0
  return THOUSANDTHS.includes(currency) ? 3 : 2
}

/** 12345 of INR → "123.45": shifted as text, so that no float is ever made. */
export function decimal(amount: Amount): string {
  const exponent = exponentOf(amount.currency)
  const sign = amount.minor < 0 ? "-" : ""
  const digits = String(Math.abs(amount.minor)).padStart(exponent + 1, "0")
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, known)
  return known
}

interface Style {
  /** Leave out ".00" where space is short or a sentence reads better without. */
  trim?: boolean
  /** Say + before money that came in and − before money that went out. */
  signed?: boolean
}

function styleOf(amount: Amount, style: Style): Intl.NumberFormatOptions {
  const exponent = exponentOf(amount.currency)
  const isWhole = amount.minor % 10 ** exponent === 0
  const digits = style.trim && isWhole ? 0 : exponent
  return {
    style: "currency",
    currency: amount.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: style.signed ? "exceptZero" : "auto",
  }
}

/** "₹1,00,000.00" in the grouping of the language. */
export function formatMoney(amount: Amount, language: string, style: Style = {}): string {
  const format = formatOf(localeOf(language), styleOf(amount, style))
  return format.format(decimal(amount) as Intl.StringNumericLiteral)
}

/** Millionths of a currency, exactly: a text message costs less than its smallest coin. */
export function formatMicro({ currency, micro }: { currency: string; micro: number }, language: string): string {
  const digits = String(Math.abs(micro)).padStart(7, "0")
  const text = `${micro < 0 ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 6 } as const
  return formatOf(localeOf(language), style).format(text as Intl.StringNumericLiteral)
}

export interface MoneyParts {
  sign: string
  symbol: string
  whole: string
  fraction: string
  /** Whether the symbol stands before the digits. */
  symbolFirst: boolean
}

/** The same text in pieces, so that the rupees can be larger than the paise. */
export function moneyParts(amount: Amount, language: string, style: Style = {}): MoneyParts {
  const format = formatOf(localeOf(language), styleOf(amount, style))
  const pieces = format.formatToParts(decimal(amount) as Intl.StringNumericLiteral)
  const text = (...types: string[]) =>
    pieces
      .filter((piece) => types.includes(piece.type))
      .map((piece) => piece.value)
      .join("")
  const at = (type: string) => pieces.findIndex((piece) => piece.type === type)
  return {
    sign: text("minusSign", "plusSign"),
    symbol: text("currency"),
    whole: text("integer", "group"),
    fraction: text("decimal", "fraction"),
    symbolFirst: at("currency") < at("integer"),
  }
}

/** "₹" alone, for the front of an input. */
export function symbolOf(currency: string, language: string): string {
  return moneyParts({ minor: 0, currency }, language).symbol
}

/** Group the digits of an amount that is still being typed: "100000.5" → "1,00,000.5". */
export function formatTyped(typed: string, language: string): string {
  const [whole = "", fraction] = typed.split(".")
  const grouped = formatOf(localeOf(language), { maximumFractionDigits: 0 }).format(
    BigInt(whole || "0"),
  )
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A count or a percentage, in the digits of the language. */
export function formatNumber(value: number, language: string): string {
  return formatOf(localeOf(language), {}).format(value)
}

/** A share in basis points as a percentage: 1250 → "12.5%". */
export function formatShare(bps: number, language: string): string {
  return formatOf(localeOf(language), { style: "percent", maximumFractionDigits: 1 }).format(bps / 10_000)
}

/** १२३ → 123, and everything but digits and one point away. */
export function plainDigits(text: string): string {
  return text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[^\d.]/g, "")
}

/** Above this a whole number of paise can no longer be held exactly. */
const MOST_MINOR = Number.MAX_SAFE_INTEGER

/** Keep what can still become an amount of this currency; null says "refuse this key". */
export function typeAmount(typed: string, currency: string): string | null {
  const text = plainDigits(typed)
  const exponent = exponentOf(currency)
  const shape = exponent === 0 ? /^\d{0,12}$/ : new RegExp(`^\\d{0,12}(\\.\\d{0,${exponent}})?$`)
  if (!shape.test(text)) return null
  return text.startsWith(".") ? `0${text}` : text.replace(/^0+(?=\d)/, "")
}

/** What was typed as money, or null when it is not an amount above zero. */
export function parseAmount(typed: string, currency: string): Amount | null {
  const text = typeAmount(typed, currency)
  if (!text) return null
  const [whole = "", fraction = ""] = text.split(".")
  const minor = Number(whole + fraction.padEnd(exponentOf(currency), "0"))
  return minor > 0 && minor <= MOST_MINOR ? { minor, currency } : null
}
