/** Who opens the wallet: a name and a phone, an e-mail if she likes. */
import { Button } from "@/ui/layout/Button"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { HOME_COUNTRY, isPlausiblePhone, toE164 } from "@/lib/countries"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { PhoneField } from "@/ui/fields/PhoneField"
import { Screen } from "@/ui/layout/Screen"
import { Form } from "@/ui/layout/Form"

export interface Details {
  name: string
  phone: string
  email: string | null
}

interface Props {
  busy: boolean
  error: unknown
  onDetails: (details: Details) => void
}

export function DetailsStep({ busy, error, onDetails }: Props) {
  const { t } = useTranslation("identity")
  const [name, setName] = useState("")
  const [country, setCountry] = useState(HOME_COUNTRY)
  const [typed, setTyped] = useState("")
  const [email, setEmail] = useState("")
  const [isChecked, setChecked] = useState(false)
  const phone = toE164(typed, country)
  const wrong = {
    name: name.trim() ? null : t("details.name_missing"),
    phone: isPlausiblePhone(phone) ? null : t("details.phone_wrong"),
  }
  const submit = () => {
    setChecked(true)
    if (!wrong.name && !wrong.phone)
      onDetails({ name: name.trim(), phone, email: email.trim() || null })
  }
  return (
    <Screen
      title={t("details.title")}
      intro={t("details.intro")}
      back="/welcome"
      outside
      foot={
        <Button size="large" type="submit" form="details" loading={busy}>
          {t("details.send_code")}
        </Button>
      }
    >
      <Form id="details" onSubmit={submit}>
        <Field
          label={t("details.name")}
          hint={t("details.name_hint")}
          error={isChecked ? wrong.name : null}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          maxLength={100}
        />
        <PhoneField
          label={t("details.phone")}
          hint={t("details.phone_hint")}
          error={isChecked ? wrong.phone : null}
          country={country}
          onCountry={setCountry}
          value={typed}
          onChange={setTyped}
        />
        <Field
          label={t("details.email")}
          hint={t("details.email_hint")}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <ProblemNote error={error} />
      </Form>
    </Screen>
  )
}
