/** How old the shown answer is, once it could not be asked for again. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLanguage } from "@/lib/use-language"
import { formatAgo } from "@/lib/time"
import { useOnline } from "@/lib/online"
import { Text } from "../layout/Text"

const A_MOMENT_MS = 60_000

interface Props {
  /** `dataUpdatedAt` of the query. */
  at: number
  /** The last attempt failed: show the age though the network is there. */
  stale?: boolean
}

export function AgeMark({ at, stale }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isOnline = useOnline()
  const [now] = useState(Date.now)
  if (!at || (isOnline && !stale)) return null
  const isYoung = now - at < A_MOMENT_MS
  return (
    <Text size="small" tone="inherit" as="span">
      {isYoung ? t("state.just_now") : t("state.as_of", { ago: formatAgo(at, language) })}
    </Text>
  )
}
