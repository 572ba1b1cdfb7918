/** A gate for whoever wants to know that the person chose a language, so that messages follow it. */
import type { Language } from "@/lib/languages"

type Hear = (language: Language) => void
const listeners = new Set<Hear>()

export function onLanguageChosen(hear: Hear): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

export function hearLanguage(language: Language): void {
  listeners.forEach((tell) => tell(language))
}
