/** Words by language, fetched a catalog at a time, when a screen first needs them. */
import i18next, { type BackendModule, type ResourceLanguage } from "i18next"
import { initReactI18next } from "react-i18next"
import english from "../locales/en/app.json"
import type { ErrorCatalog } from "./i18next"
import { FIRST_LANGUAGE, isLanguage, type Language } from "./languages"
import { remembered } from "./remembered"

const catalogs = import.meta.glob<ResourceLanguage>("../locales/*/*.json", { import: "default" })

async function load(language: string, namespace: string): Promise<ResourceLanguage> {
  const ours = catalogs[`../locales/${language}/${namespace}.json`]
  if (ours) return ours()
  // Few people run the house: nobody else fetches even the list of its catalogs.
  const { office } = await import("./office")
  const theirs = office[`../locales/${language}/office/${namespace}.json`]
  if (!theirs) throw new Error(`no catalog ${language}/${namespace}`)
  return theirs()
}

const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    load(language, namespace).then(
      (words) => done(null, words),
      (error: unknown) => done(error as Error, true),
    )
  },
}

/** What is refused only to those who run the house. */
const OF_OFFICE = ["connections", "gateways", "webhooks"]

/** Where the words for a refusal such as "payments.day_limit_reached" are kept. */
export function catalogOfError(code: string): ErrorCatalog {
  // What a connection refuses comes from the kit, but only those who run the house meet it.
  const module = code.includes("connection") ? "connections" : code.slice(0, code.indexOf("."))
  const name = `errors-${module}`
  const isKnown = OF_OFFICE.includes(module) || `../locales/en/${name}.json` in catalogs
  return isKnown ? (name as ErrorCatalog) : "errors"
}

export function chosenLanguage(): Language | null {
  const code = remembered.language.get()
  return isLanguage(code) ? code : null
}

/** Ready once the words of the shell are here; every other catalog follows its screen. */
export async function startWords(): Promise<void> {
  await i18next.use(backend).use(initReactI18next).init({
    lng: chosenLanguage() ?? FIRST_LANGUAGE,
    // No second language: every catalog is complete, and a test compares them.
    fallbackLng: false,
    // English words of the shell come with the code: one journey less before the first screen.
    resources: { en: { app: english } },
    partialBundledLanguages: true,
    ns: ["app"],
    defaultNS: "app",
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  })
  document.documentElement.lang = i18next.language
  i18next.on("languageChanged", (code) => {
    document.documentElement.lang = code
  })
}

/** Change every word on the screen without losing what was typed. */
export async function speak(language: Language): Promise<void> {
  remembered.language.set(language)
  await i18next.changeLanguage(language)
}

/** Before anything was chosen, what the device says; it is not kept, because nobody chose it. */
export async function speakAsDevice(): Promise<void> {
  if (chosenLanguage()) return
  const language = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  if (language) await i18next.changeLanguage(language)
}
