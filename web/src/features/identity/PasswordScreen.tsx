/** Change the password; every other device is signed out. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { PasswordField } from "@/ui/fields/PasswordField"
import { Screen } from "@/ui/layout/Screen"
import { Form } from "@/ui/layout/Form"
import { SHORTEST_PASSWORD } from "./PasswordStep"

export default function PasswordScreen() {
  const { t } = useTranslation("identity")
  const navigate = useNavigate()
  const [current, setCurrent] = useState("")
  const [next, setNext] = useState("")
  const [isChecked, setChecked] = useState(false)
  const change = useMutation({
    mutationFn: () => ask(api.POST("/me/password", { body: { current, new: next } })),
    onSuccess: async () => {
      toast({ text: t("password.changed"), tone: "good" })
      await navigate({ to: "/you" })
    },
  })
  const isShort = next.length < SHORTEST_PASSWORD
  const submit = () => {
    setChecked(true)
    if (current && !isShort) change.mutate()
  }
  return (
    <Screen
      title={t("you.password")}
      back="/you"
      foot={
        <Button size="large" type="submit" form="password" loading={change.isPending}>
          {t("password.change")}
        </Button>
      }
    >
      <Form id="password" onSubmit={submit}>
        <PasswordField
          kind="current"
          label={t("password.current")}
          error={isChecked && !current ? t("sign_in.password_missing") : null}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <PasswordField
          kind="new"
          label={t("password.new")}
          hint={t("password.hint")}
          error={isChecked && isShort ? t("password.short") : null}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <ProblemNote error={change.error} />
      </Form>
    </Screen>
  )
}
