/** A new bank account: whose it is, its number twice, its branch. */
import { Button } from "@/ui/layout/Button"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { plainDigits } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { faultsOf, LONGEST_NUMBER, targetOf, type AccountFault, type Target } from "./target"

interface Props {
  /** What was typed before, when the person has come back. */
  known: Target | undefined
  onChosen: (target: Target) => void
}

const digits = (typed: string) => plainDigits(typed).replaceAll(".", "").slice(0, LONGEST_NUMBER)

export function AccountStep({ known, onChosen }: Props) {
  const { t } = useTranslation("rails")
  const before = known?.destination.kind === "bank" ? known.destination : null
  const myName = useMe().data?.name ?? ""
  const [typedName, setName] = useState(before?.name)
  const name = typedName ?? myName
  const [number, setNumber] = useState(before?.account_number ?? "")
  const [repeat, setRepeat] = useState(before?.account_number ?? "")
  const [ifsc, setIfsc] = useState(before?.ifsc ?? "")
  const [wasTried, setTried] = useState(false)
  const account = { name, number, ifsc }
  const faults = faultsOf(account, repeat)
  const faultOf = (fault: AccountFault) =>
    wasTried && faults.includes(fault) ? t(`account.bad_${fault}`) : null
  return (
    <Screen title={t("account.title")} intro={t("account.intro")} back={true}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (faults.length === 0) onChosen(targetOf(account))
        }}
      >
        <Stack gap={5}>
          <Field
            label={t("account.name")}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={faultOf("name")}
          />
          <Field
            label={t("account.number")}
            inputMode="numeric"
            autoComplete="off"
            className="tabular"
            value={number}
            onChange={(event) => setNumber(digits(event.target.value))}
            error={faultOf("number")}
          />
          <Field
            label={t("account.repeat")}
            inputMode="numeric"
            autoComplete="off"
            className="tabular"
            value={repeat}
            onChange={(event) => setRepeat(digits(event.target.value))}
            error={faultOf("repeat")}
          />
          <Field
            label={t("account.ifsc")}
            hint={t("account.ifsc_hint")}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={11}
            value={ifsc}
            onChange={(event) => setIfsc(event.target.value.toUpperCase().replace(/[^A-Z0-9]/g, ""))}
            error={faultOf("ifsc")}
          />
          <Button type="submit" size="large">
            {t("account.next")}
          </Button>
        </Stack>
      </form>
    </Screen>
  )
}
