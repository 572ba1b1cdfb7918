/** A forgotten password: a code to the phone, then a new one; every other device is signed out. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { Navigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Screen } from "@/ui/layout/Screen"
import { Form } from "@/ui/layout/Form"
import { CodeStep } from "./CodeStep"
import { useEnter } from "./enter"
import { IdentifierField, useIdentifier } from "./IdentifierField"
import { PasswordStep } from "./PasswordStep"
import { useChallenge, useSteps } from "./steps"

const STEPS = ["who", "code", "password"] as const

export default function RecoverScreen() {
  const { i18n } = useTranslation()
  const { step, go } = useSteps(STEPS)
  const [challenge, keepChallenge] = useChallenge("recover")
  const [ticket, setTicket] = useState<string | null>(null)
  const enter = useEnter()

  const begin = useMutation({
    mutationFn: (identifier: string) =>
      ask(api.POST("/auth/recover", { body: { identifier, language: i18n.language } })),
    onSuccess: async (next) => {
      keepChallenge(next)
      confirm.reset()
      await go("code")
    },
  })
  const confirm = useMutation({
    mutationFn: (code: string) => {
      const body = { challenge: challenge?.challenge ?? "", code }
      return ask(api.POST("/auth/recover/confirm", { body }))
    },
    onSuccess: async (next) => {
      setTicket(next.ticket)
      await go("password", { replace: true })
      keepChallenge(null)
    },
  })
  const complete = useMutation({
    mutationFn: (password: string) =>
      ask(api.POST("/auth/recover/complete", { body: { ticket: ticket ?? "", password } })),
    onSuccess: enter,
  })

  if (step === "code" && challenge)
    return (
      <CodeStep
        challenge={challenge}
        onChallenge={keepChallenge}
        onCode={confirm.mutate}
        busy={confirm.isPending}
        error={confirm.error}
      />
    )
  if (step === "password" && ticket)
    return (
      <PasswordStep
        busy={complete.isPending}
        error={complete.error}
        onPassword={complete.mutate}
      />
    )
  if (step !== "who") return <Navigate to="/recover" search={(old) => ({ then: old.then })} replace />
  return <WhoStep busy={begin.isPending} error={begin.error} onWho={begin.mutate} />
}

interface WhoProps {
  busy: boolean
  error: unknown
  onWho: (identifier: string) => void
}

function WhoStep({ busy, error, onWho }: WhoProps) {
  const { t } = useTranslation("identity")
  const who = useIdentifier()
  const [isChecked, setChecked] = useState(false)
  const submit = () => {
    setChecked(true)
    if (who.isPlausible) onWho(who.identifier)
  }
  return (
    <Screen
      title={t("recover.title")}
      intro={t("recover.intro")}
      back={true}
      outside
      foot={
        <Button size="large" type="submit" form="recover" loading={busy}>
          {t("details.send_code")}
        </Button>
      }
    >
      <Form id="recover" onSubmit={submit}>
        <IdentifierField who={who} isChecked={isChecked} />
        <ProblemNote error={error} />
      </Form>
    </Screen>
  )
}
