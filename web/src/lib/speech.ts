/** Words read aloud by the voice of the phone, where it has one. */
import { useSyncExternalStore } from "react"
import { localeOf } from "./languages"

const listeners = new Set<() => void>()
let isSpeaking = false

function become(speaking: boolean): void {
  isSpeaking = speaking
  listeners.forEach((tell) => tell())
}

export function canSpeak(): boolean {
  return "speechSynthesis" in globalThis && "SpeechSynthesisUtterance" in globalThis
}

export function readAloud(text: string, language: string): void {
  speechSynthesis.cancel()
  const words = new SpeechSynthesisUtterance(text)
  words.lang = localeOf(language)
  words.rate = 0.95
  words.onend = words.onerror = () => become(false)
  become(true)
  speechSynthesis.speak(words)
}

export function hush(): void {
  if (!isSpeaking) return
  speechSynthesis.cancel()
  become(false)
}

export function useSpeaking(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => isSpeaking,
  )
}
