/** Phone or e-mail, and the password. */
import { Button } from "@/ui/layout/Button"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { PasswordField } from "@/ui/fields/PasswordField"
import { Screen } from "@/ui/layout/Screen"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { useIdentifier, IdentifierField } from "./IdentifierField"

export interface Credentials {
  identifier: string
  password: string
}

interface Props {
  busy: boolean
  error: unknown
  onSubmit: (who: Credentials) => void
}

export function SignInForm({ busy, error, onSubmit }: Props) {
  const { t } = useTranslation("identity")
  const navigate = useNavigate()
  const { then } = useSearch({ from: "/outside" })
  const who = useIdentifier()
  const [password, setPassword] = useState("")
  const [isChecked, setChecked] = useState(false)
  const submit = () => {
    setChecked(true)
    if (who.isPlausible && password) onSubmit({ identifier: who.identifier, password })
  }
  return (
    <Screen
      title={t("sign_in.title")}
      back="/welcome"
      outside
      foot={
        <Button size="large" type="submit" form="sign-in" loading={busy}>
          {t("sign_in.do")}
        </Button>
      }
    >
      <Form id="sign-in" onSubmit={submit}>
        <IdentifierField who={who} isChecked={isChecked} />
        <PasswordField
          kind="current"
          label={t("sign_in.password")}
          error={isChecked && !password ? t("sign_in.password_missing") : null}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ProblemNote error={error} />
        <Stack gap={1} align="start">
          <Button
            variant="text"
            onClick={() => void navigate({ to: "/recover", search: { then } })}
          >
            {t("sign_in.forgotten")}
          </Button>
          <Button
            variant="text"
            onClick={() => void navigate({ to: "/register", search: { then } })}
          >
            {t("sign_in.no_wallet")}
          </Button>
        </Stack>
      </Form>
    </Screen>
  )
}
