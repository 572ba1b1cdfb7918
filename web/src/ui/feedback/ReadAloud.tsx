/** A button that reads the screen to whoever reads little. */
import { Button } from "@/ui/layout/Button"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { canSpeak, hush, readAloud, useSpeaking } from "@/lib/speech"
import { Icon } from "../icons/Icon"

interface Props {
  /** Whole sentences, as a person would say them. */
  text: string
}

export function ReadAloud({ text }: Props) {
  const { t, i18n } = useTranslation("payments")
  const isSpeaking = useSpeaking()
  useEffect(() => hush, [])
  if (!canSpeak()) return null
  return (
    <Button
      variant="text"
      startIcon={<Icon name={isSpeaking ? "close" : "speak"} />}
      onClick={() => (isSpeaking ? hush() : readAloud(text, i18n.language))}
    >
      {t(isSpeaking ? "aloud.stop" : "aloud.read")}
    </Button>
  )
}
