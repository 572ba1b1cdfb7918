/** Sign in by phone or e-mail; a device that is not known yet answers a code. */
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { api, ask } from "@/api/client"
import { CodeStep } from "./CodeStep"
import { useEnter } from "./enter"
import { SignInForm, type Credentials } from "./SignInForm"
import { useChallenge, useSteps } from "./steps"

const STEPS = ["who", "code"] as const

export default function SignInScreen() {
  const { step, go } = useSteps(STEPS)
  const [challenge, keepChallenge] = useChallenge("sign_in")
  const [problem, setProblem] = useState<unknown>(null)
  const enter = useEnter()

  const begin = useMutation({
    mutationFn: (who: Credentials) => ask(api.POST("/auth/login", { body: who })),
    onSuccess: async (answer) => {
      if (answer.session) return enter(answer.session)
      setProblem(null)
      keepChallenge(answer.challenge)
      await go("code")
    },
  })
  const confirm = useMutation({
    mutationFn: (code: string) => {
      const body = { challenge: challenge?.challenge ?? "", code }
      return ask(api.POST("/auth/login/confirm", { body }))
    },
    onSuccess: enter,
    onError: setProblem,
  })

  if (step === "code" && challenge)
    return (
      <CodeStep
        challenge={challenge}
        onChallenge={keepChallenge}
        onCode={confirm.mutate}
        busy={confirm.isPending}
        error={problem}
      />
    )
  return <SignInForm busy={begin.isPending} error={begin.error} onSubmit={begin.mutate} />
}
