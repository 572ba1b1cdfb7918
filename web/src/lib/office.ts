/** The catalogs of words for those who run the house. */
import type { ResourceLanguage } from "i18next"

export const office = import.meta.glob<ResourceLanguage>("../locales/*/office/*.json", { import: "default" })
