/** Put an amount and a note into one's own code, or take them out again. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { walletsQuery } from "@/api/wallets"
import { HOME_CURRENCY, parseAmount, symbolOf, typeAmount, type Amount } from "@/lib/money"
import { Field } from "@/ui/fields/Field"
import { Stack } from "@/ui/layout/Stack"
import { Sheet } from "@/ui/sheet/Sheet"

interface Props {
  open: boolean
  onClose: () => void
  onChosen: (amount: Amount | null, note: string) => void
}

const LONGEST_NOTE = 60

export function CodeAmountSheet({ open, onClose, onChosen }: Props) {
  const { t } = useTranslation("payees")
  return (
    <Sheet open={open} title={t("code.add_amount")} onClose={onClose}>
      <Form onChosen={onChosen} />
    </Sheet>
  )
}

function Form({ onChosen }: Pick<Props, "onChosen">) {
  const { t, i18n } = useTranslation("payees")
  const currency = useQuery(walletsQuery).data?.[0]?.currency ?? HOME_CURRENCY
  const [typed, setTyped] = useState("")
  const [note, setNote] = useState("")
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onChosen(parseAmount(typed, currency), note.trim())
      }}
    >
      <Stack gap={5}>
        <Field
          label={t("code.amount")}
          hint={t("code.amount_hint")}
          inputMode="decimal"
          autoComplete="off"
          start={<span style={{ paddingInlineStart: 14 }}>{symbolOf(currency, i18n.language)}</span>}
          value={typed}
          onChange={(event) => setTyped((was) => typeAmount(event.target.value, currency) ?? was)}
        />
        <Field
          label={t("code.note")}
          autoComplete="off"
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit" size="large">
          {t("code.show")}
        </Button>
      </Stack>
    </form>
  )
}
