/** Directions, countries and currencies to choose from, in the person's language. */
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { COUNTRIES, countryName } from "@/lib/countries"
import { CURRENCIES, currencyName } from "@/lib/currencies"

/** Currencies of providers that no wallet is offered in. */
const MORE = ["XAF", "XOF", "ZMW", "MWK"]
const DIRECTIONS = ["in", "out"] as const

export function useChoices() {
  const { t, i18n } = useTranslation("routing")
  const language = i18n.language
  const listed = useMemo(
    () => ({
      countries: COUNTRIES.map(({ id }) => ({ value: id, label: countryName(id, language) })).sort((a, b) =>
        a.label.localeCompare(b.label, language),
      ),
      currencies: [...CURRENCIES, ...MORE].map((code) => ({
        value: code,
        label: `${code} · ${currencyName(code, language)}`,
      })),
    }),
    [language],
  )
  return { ...listed, directions: DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) })) }
}
