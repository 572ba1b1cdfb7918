/** The moment of data that came from a copy which is behind. */
import { useTranslation } from "react-i18next"
import { formatHour } from "@/lib/time"
import { Text } from "../layout/Text"

export function AsOf({ at }: { at: number }) {
  const { t, i18n } = useTranslation()
  return (
    <Text size="small" tone="quiet">
      {t("state.as_of", { ago: formatHour(new Date(at), i18n.language, "medium") })}
    </Text>
  )
}
