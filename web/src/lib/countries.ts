/** Calling codes of the countries, and their names in any language. */
const CODES =
  "IN91 NP977 BD880 LK94 PK92 BT975 MV960 AE971 SA966 QA974 KW965 OM968 BH973 GB44 US1 CA1 AU61 NZ64 SG65 MY60 " +
  "AF93 AL355 DZ213 AD376 AO244 AG1 AR54 AM374 AT43 AZ994 BS1 BB1 BY375 BE32 BZ501 BJ229 BO591 BA387 BW267 BR55 " +
  "BN673 BG359 BF226 BI257 KH855 CM237 CV238 CF236 TD235 CL56 CN86 CO57 KM269 CG242 CD243 CR506 CI225 HR385 CU53 " +
  "CY357 CZ420 DK45 DJ253 DM1 DO1 EC593 EG20 SV503 GQ240 ER291 EE372 SZ268 ET251 FJ679 FI358 FR33 GA241 GM220 " +
  "GE995 DE49 GH233 GR30 GD1 GT502 GN224 GW245 GY592 HT509 HN504 HK852 HU36 IS354 ID62 IR98 IQ964 IE353 IL972 " +
  "IT39 JM1 JP81 JO962 KZ7 KE254 KI686 XK383 KG996 LA856 LV371 LB961 LS266 LR231 LY218 LI423 LT370 LU352 MO853 " +
  "MG261 MW265 ML223 MT356 MH692 MR222 MU230 MX52 FM691 MD373 MC377 MN976 ME382 MA212 MZ258 MM95 NA264 NR674 " +
  "NL31 NI505 NE227 NG234 KP850 MK389 NO47 PW680 PS970 PA507 PG675 PY595 PE51 PH63 PL48 PT351 RO40 RU7 RW250 " +
  "KN1 LC1 VC1 WS685 SM378 ST239 SN221 RS381 SC248 SL232 SK421 SI386 SB677 SO252 ZA27 KR82 SS211 ES34 SD249 " +
  "SR597 SE46 CH41 SY963 TW886 TJ992 TZ255 TH66 TL670 TG228 TO676 TT1 TN216 TR90 TM993 TV688 UG256 UA380 UY598 " +
  "UZ998 VU678 VA39 VE58 VN84 YE967 ZM260 ZW263"

export interface Country {
  id: string
  calling: string
}

export const COUNTRIES: Country[] = CODES.split(" ").map((code) => ({
  id: code.slice(0, 2),
  calling: code.slice(2),
}))

export const HOME_COUNTRY = "IN"

export function countryName(id: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(id) ?? id
}

/** Italy and its neighbours keep the first zero of a number; others drop it. */
const KEEPS_ZERO = ["IT", "SM", "VA"]

/** What was typed as E.164, "+919876543210"; a number that begins with + stands for itself. */
export function toE164(typed: string, country: string): string {
  const digits = typed
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[^\d+]/g, "")
  if (digits.startsWith("+")) return `+${digits.replaceAll("+", "")}`
  const calling = COUNTRIES.find(({ id }) => id === country)?.calling ?? ""
  const national = KEEPS_ZERO.includes(country) ? digits : digits.replace(/^0+/, "")
  return `+${calling}${national}`
}

/** Long enough to be a number at all; the server knows the rest. */
export function isPlausiblePhone(e164: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(e164)
}

/** "+919876543210" → "+91 98765 43210": in groups that can be read aloud. */
export function formatPhone(e164: string): string {
  const codes = COUNTRIES.map(({ calling }) => calling).sort((a, b) => b.length - a.length)
  const calling = codes.find((code) => e164.startsWith(`+${code}`))
  if (!calling || /[^+\d]/.test(e164)) return e164
  const national = e164.slice(calling.length + 1)
  const groups = national.length === 10 ? [5, 5] : [3, 3, 3, 3]
  let rest = national
  const parts = groups.map((size) => {
    const part = rest.slice(0, size)
    rest = rest.slice(size)
    return part
  })
  return [`+${calling}`, ...parts, rest].filter(Boolean).join(" ")
}
