/** The languages people can choose; a new one is a line here and a folder in locales. */
export const LANGUAGES = [
  { code: "en", name: "English", greeting: "Welcome", locale: "en-IN" },
  { code: "hi", name: "हिन्दी", greeting: "नमस्ते", locale: "hi-IN" },
] as const

export type Language = (typeof LANGUAGES)[number]["code"]

export const FIRST_LANGUAGE: Language = "en"

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((language) => language.code === code)
}

/** The tag that numbers, dates and money are written by. */
export function localeOf(code: string): string {
  return LANGUAGES.find((language) => language.code === code)?.locale ?? "en-IN"
}
