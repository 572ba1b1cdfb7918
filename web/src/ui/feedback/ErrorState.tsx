/** A screen that could not be shown: what happened, whether money moved, what to do. */
import { Button } from "@/ui/layout/Button"
import { useTranslation } from "react-i18next"
import { isProblem } from "@/api/problem"
import { Stack } from "../layout/Stack"
import { Text } from "../layout/Text"
import { Picture } from "./Picture"
import { useProblemWords, type MoneyMoved } from "./problem-words"

interface Props {
  error: unknown
  onRetry?: () => void
  money?: MoneyMoved
}

export function ErrorState({ error, onRetry, money }: Props) {
  const { t } = useTranslation()
  const words = useProblemWords(error, money)
  if (!words) return null
  // What was refused will be refused again.
  const canRetry = onRetry && !(isProblem(error) && error.isRefusal)
  return (
    <Stack role="alert" align="center" gap={4} style={{ padding: "24px 0" }}>
      <Picture name="knot" />
      <Stack gap={1}>
        <Text size="title" centered as="h2">
          {words.what}
        </Text>
        {words.money && <Text centered>{words.money}</Text>}
        {words.todo && (
          <Text centered tone="quiet">
            {words.todo}
          </Text>
        )}
      </Stack>
      {canRetry && <Button onClick={onRetry}>{t("do.try_again")}</Button>}
      {words.requestId && (
        <Text size="tiny" tone="quiet" centered>
          {t("problem.number", { number: words.requestId })}
        </Text>
      )}
    </Stack>
  )
}
