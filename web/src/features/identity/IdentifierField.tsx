/** A phone number, or an e-mail address for those who prefer it. */
import { Button } from "@/ui/layout/Button"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { HOME_COUNTRY, isPlausiblePhone, toE164 } from "@/lib/countries"
import { Field } from "@/ui/fields/Field"
import { PhoneField } from "@/ui/fields/PhoneField"

export function useIdentifier() {
  const [kind, setKind] = useState<"phone" | "email">("phone")
  const [country, setCountry] = useState(HOME_COUNTRY)
  const [typed, setTyped] = useState("")
  const identifier = kind === "phone" ? toE164(typed, country) : typed.trim()
  const isPlausible =
    kind === "phone" ? isPlausiblePhone(identifier) : /^[^@\s]+@[^@\s]+$/.test(identifier)
  const turn = () => {
    setKind(kind === "phone" ? "email" : "phone")
    setTyped("")
  }
  return { kind, turn, country, setCountry, typed, setTyped, identifier, isPlausible }
}

interface Props {
  who: ReturnType<typeof useIdentifier>
  /** Say what is wrong only after the person has tried. */
  isChecked: boolean
}

export function IdentifierField({ who, isChecked }: Props) {
  const { t } = useTranslation("identity")
  const isWrong = isChecked && !who.isPlausible
  return (
    <div>
      {who.kind === "phone" ? (
        <PhoneField
          label={t("details.phone")}
          error={isWrong ? t("details.phone_wrong") : null}
          country={who.country}
          onCountry={who.setCountry}
          value={who.typed}
          onChange={who.setTyped}
        />
      ) : (
        <Field
          label={t("sign_in.email")}
          error={isWrong ? t("sign_in.email_wrong") : null}
          type="email"
          inputMode="email"
          autoComplete="username"
          value={who.typed}
          onChange={(event) => who.setTyped(event.target.value)}
        />
      )}
      <Button variant="text" onClick={who.turn}>
        {t(who.kind === "phone" ? "sign_in.by_email" : "sign_in.by_phone")}
      </Button>
    </div>
  )
}
