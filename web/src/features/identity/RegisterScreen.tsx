/** Open a wallet: who you are, a code, a password, a PIN. */
import { useMutation } from "@tanstack/react-query"
import { Navigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { isProblem } from "@/api/problem"
import { deviceZone } from "@/lib/time"
import { CodeStep } from "./CodeStep"
import { DetailsStep, type Details } from "./DetailsStep"
import { useEnter } from "./enter"
import { PasswordStep } from "./PasswordStep"
import { PinStep } from "./PinStep"
import { useChallenge, useSteps } from "./steps"

const STEPS = ["details", "code", "password", "pin"] as const

export default function RegisterScreen() {
  const { i18n } = useTranslation()
  const { step, go } = useSteps(STEPS)
  const [challenge, keepChallenge] = useChallenge("register")
  const [ticket, setTicket] = useState<string | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const enter = useEnter()

  const begin = useMutation({
    mutationFn: (details: Details) => {
      const body = { ...details, language: i18n.language, time_zone: deviceZone() }
      return ask(api.POST("/auth/register", { body }))
    },
    onSuccess: async (next) => {
      keepChallenge(next)
      confirm.reset()
      await go("code")
    },
  })
  const confirm = useMutation({
    mutationFn: (code: string) => {
      const body = { challenge: challenge?.challenge ?? "", code }
      return ask(api.POST("/auth/register/confirm", { body }))
    },
    onSuccess: async (next) => {
      setTicket(next.ticket)
      await go("password", { replace: true })
      keepChallenge(null)
    },
  })
  const complete = useMutation({
    mutationFn: (pin: string) => {
      const body = { ticket: ticket ?? "", password: password ?? "", pin }
      return ask(api.POST("/auth/register/complete", { body }))
    },
    onSuccess: enter,
    onError: async (error) => {
      if (isProblem(error, "identity.weak_password")) await go("password", { replace: true })
    },
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
        error={isProblem(complete.error, "identity.weak_password") ? complete.error : null}
        onPassword={(chosen) => {
          setPassword(chosen)
          complete.reset()
          void go("pin")
        }}
      />
    )
  if (step === "pin" && ticket && password)
    return <PinStep busy={complete.isPending} error={complete.error} onPin={complete.mutate} />
  // A step whose data is gone, after a reload for example, begins anew.
  if (step !== "details") return <Navigate to="/register" search={(old) => ({ then: old.then })} replace />
  return <DetailsStep busy={begin.isPending} error={begin.error} onDetails={begin.mutate} />
}
