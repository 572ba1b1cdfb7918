/** Who has forgotten the PIN proves herself by the password and a code to her phone. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { CODE_LENGTH, CodeField } from "@/ui/fields/CodeField"
import { PasswordField } from "@/ui/fields/PasswordField"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"

export interface Proof {
  password: string
  challenge: string
  code: string
}

interface Props {
  /** Why the last proof was refused. */
  error: unknown
  onProof: (proof: Proof) => void
}

export function PinProof({ error, onProof }: Props) {
  const { t } = useTranslation("identity")
  const [password, setPassword] = useState("")
  const [code, setCode] = useState("")
  const asking = useMutation({ mutationFn: () => ask(api.POST("/me/pin/code")) })
  const challenge = asking.data
  if (!challenge)
    return (
      <Stack gap={4}>
        <ProblemNote error={asking.error ?? error} />
        <Button size="large" loading={asking.isPending} onClick={() => asking.mutate()}>
          {t("details.send_code")}
        </Button>
      </Stack>
    )
  const isWhole = code.length === CODE_LENGTH && password !== ""
  const submit = () => {
    if (isWhole) onProof({ password, challenge: challenge.challenge, code })
  }
  return (
    <Form onSubmit={submit}>
      <CodeField label={t("code.field")} value={code} onChange={setCode} hint={t("code.hint")} />
      <PasswordField
        kind="current"
        label={t("password.current")}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button size="large" type="submit" disabled={!isWhole}>
        {t("password.next")}
      </Button>
    </Form>
  )
}
