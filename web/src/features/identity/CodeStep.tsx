/** Answer the code of a text message: one field, that the phone may fill in by itself. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { isProblem } from "@/api/problem"
import type { Challenge } from "@/api/types"
import { useCountdown } from "@/lib/countdown"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { CODE_LENGTH, CodeField } from "@/ui/fields/CodeField"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

interface Props {
  challenge: Challenge
  onChallenge: (next: Challenge) => void
  onCode: (code: string) => void
  busy: boolean
  error: unknown
}

export function CodeStep({ challenge, onChallenge, onCode, busy, error }: Props) {
  const { t } = useTranslation("identity")
  const [code, setCode] = useState("")
  const [lastError, setLastError] = useState(error)
  if (lastError !== error) {
    // A wrong code is not corrected but typed anew.
    setLastError(error)
    if (error) setCode("")
  }
  const type = (typed: string) => {
    setCode(typed)
    if (typed.length === CODE_LENGTH && typed !== code && !busy) onCode(typed)
  }
  return (
    <Screen
      title={t("code.title")}
      intro={
        challenge.sent_to ? t("code.intro", { to: challenge.sent_to }) : t("code.intro_unknown")
      }
      back={true}
      outside
      foot={
        <Button
          size="large"
          loading={busy}
          disabled={code.length < CODE_LENGTH}
          onClick={() => onCode(code)}
        >
          {t("code.check")}
        </Button>
      }
    >
      <Stack gap={4}>
        <CodeField label={t("code.field")} value={code} onChange={type} hint={t("code.hint")} />
        <ProblemNote error={error} />
        <Resend challenge={challenge} onChallenge={onChallenge} isNeeded={isOver(error)} />
      </Stack>
    </Screen>
  )
}

function isOver(error: unknown): boolean {
  return isProblem(error, "identity.code_spent") || isProblem(error, "identity.code_expired")
}

interface ResendProps {
  challenge: Challenge
  onChallenge: (next: Challenge) => void
  /** The old code can no longer be answered. */
  isNeeded: boolean
}

function Resend({ challenge, onChallenge, isNeeded }: ResendProps) {
  const { t } = useTranslation("identity")
  const [sentAt, setSentAt] = useState(Date.now)
  const wait = useCountdown(sentAt + challenge.resend_after_s * 1000)
  const resend = useMutation({
    mutationFn: () =>
      ask(api.POST("/auth/codes/resend", { body: { challenge: challenge.challenge } })),
    onSuccess: (next) => {
      setSentAt(Date.now())
      onChallenge(next)
      toast({ text: t("code.sent_again"), tone: "good" })
    },
  })
  return (
    <Stack gap={2} align="start">
      {wait > 0 ? (
        <Text tone="quiet" className="tabular">
          {t("code.wait", { count: wait })}
        </Text>
      ) : (
        <Button
          variant={isNeeded ? "outlined" : "text"}
          loading={resend.isPending}
          onClick={() => resend.mutate()}
        >
          {t("code.again")}
        </Button>
      )}
      <ProblemNote error={resend.error} />
    </Stack>
  )
}
