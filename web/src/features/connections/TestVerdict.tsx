/** What a harmless call told, in plain words, and what to do about it. */
import { useTranslation } from "react-i18next"
import { formatNumber } from "@/lib/money"
import { Card } from "@/ui/layout/Card"
import { Mark } from "@/ui/layout/Mark"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import type { Verdict } from "./queries"

interface Props {
  found: Verdict | undefined
  /** What is typed was tried, not what is kept. */
  isTried: boolean
}

export function TestVerdict({ found, isTried }: Props) {
  const { t, i18n } = useTranslation("connections")
  const isGood = found?.verdict === "ok"
  const skew = found?.verdict === "clock" ? found.skew_s : null
  return (
    <div role="status">
      {found && (
        <Card>
          <Stack gap={1} align="start">
            <Mark look={isGood ? { icon: "check", colour: "success-main" } : { icon: "warn", colour: "error-main" }}>
              {t(`verdict.${found.verdict}`)}
            </Mark>
            <Text>{t(isGood && isTried ? "verdict_todo.keep" : `verdict_todo.${found.verdict}`)}</Text>
            {skew !== null && (
              <Text tone="quiet">{t("verdict_skew", { seconds: formatNumber(skew, i18n.language) })}</Text>
            )}
            {found.status !== null && !isGood && (
              <Text size="small" tone="quiet">
                {t("verdict_status", { status: found.status })}
              </Text>
            )}
          </Stack>
        </Card>
      )}
    </div>
  )
}
