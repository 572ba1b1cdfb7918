/** Choose a password: one field that can be looked at, no second one to type it again. */
import { Button } from "@/ui/layout/Button"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { PasswordField } from "@/ui/fields/PasswordField"
import { Screen } from "@/ui/layout/Screen"
import { Form } from "@/ui/layout/Form"

export const SHORTEST_PASSWORD = 8

interface Props {
  busy?: boolean
  error: unknown
  onPassword: (password: string) => void
}

export function PasswordStep({ busy, error, onPassword }: Props) {
  const { t } = useTranslation("identity")
  const [password, setPassword] = useState("")
  const [isChecked, setChecked] = useState(false)
  const isShort = password.length < SHORTEST_PASSWORD
  const submit = () => {
    setChecked(true)
    if (!isShort) onPassword(password)
  }
  return (
    <Screen
      title={t("password.title")}
      intro={t("password.intro")}
      back={true}
      outside
      foot={
        <Button size="large" type="submit" form="password" loading={busy}>
          {t("password.next")}
        </Button>
      }
    >
      <Form id="password" onSubmit={submit}>
        <PasswordField
          kind="new"
          label={t("password.new")}
          hint={t("password.hint")}
          error={isChecked && isShort ? t("password.short") : null}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ProblemNote error={error} />
      </Form>
    </Screen>
  )
}
