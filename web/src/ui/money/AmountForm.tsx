/** How much, with a note where one helps, and one button that goes on. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { walletsQuery } from "@/api/wallets"
import type { MoneyDraft } from "@/lib/draft"
import { decimal, exponentOf, formatMoney, HOME_CURRENCY, parseAmount, type Amount } from "@/lib/money"
import { Icon } from "../icons/Icon"
import { Pill } from "../layout/Pill"
import { Segments } from "../layout/Segments"
import { AmountPad } from "./AmountPad"

const LONGEST_NOTE = 200
const QUICK = [100, 500, 1000, 2000]

const Form = styled("form")({
  flex: 1,
  display: "flex",
  flexDirection: "column",
  gap: 16,
  "& > button[type=submit]": { marginTop: "auto" },
  "@media (min-width: 900px)": { "& > button[type=submit]": { marginTop: 8 } },
})

const Quick = styled("div")({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(3.6rem, 1fr))",
  gap: 8,
  marginTop: 4,
  "& button": { paddingInline: 4 },
})

const Note = styled("label")({
  display: "flex",
  alignItems: "center",
  gap: 10,
  minHeight: 48,
  marginTop: 4,
  padding: "0 16px",
  borderRadius: 24,
  color: "var(--batua-palette-text-secondary)",
  background: "color-mix(in srgb, var(--batua-palette-text-primary) 6%, transparent)",
  "& input": {
    flex: 1,
    minWidth: 0,
    minHeight: 48,
    padding: 0,
    border: 0,
    outline: "none",
    background: "transparent",
    color: "var(--batua-palette-text-primary)",
  },
  "& input::placeholder": { color: "var(--batua-palette-text-secondary)", opacity: 1 },
  "&:focus-within": { outline: "3px solid var(--batua-palette-secondary-main)", outlineOffset: 2 },
})

interface Props {
  /** "How much?" */
  label: string
  /** The words of the button, for the amount that is typed so far. */
  submit: (amount: Amount | null) => string
  onSubmit: (amount: Amount, note: string) => void
  initial?: MoneyDraft
  /** The money must be in the wallet. */
  fromWallet?: boolean
  /** Ask for a note. */
  noted?: boolean
  /** Offer round amounts to tap. */
  quick?: boolean
  busy?: boolean
  children?: ReactNode
}

export function AmountForm(props: Props) {
  const { t } = useTranslation("payments")
  const { initial, children } = props
  const { wallets, currency, setCurrency } = useCurrency(initial?.amount?.currency)
  const [typed, setTyped] = useState(initial?.amount ? trimmed(initial.amount) : "")
  const [note, setNote] = useState(initial?.note ?? "")
  const amount = parseAmount(typed, currency)
  const available = wallets.find((wallet) => wallet.currency === currency)?.available
  const isShort = Boolean(props.fromWallet) && isAbove(amount, available)
  const go = () => {
    if (amount && !isShort && !props.busy) props.onSubmit(amount, note.trim())
  }
  return (
    <Form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      {wallets.length > 1 && (
        <Segments
          label={t("amount.currency")}
          value={currency}
          options={wallets.map((wallet) => ({ value: wallet.currency, label: wallet.currency }))}
          onChange={setCurrency}
        />
      )}
      <AmountPad
        label={props.label}
        value={typed}
        onChange={setTyped}
        currency={currency}
        error={isShort ? t("amount.short") : null}
      >
        {props.quick && <QuickAmounts currency={currency} onChosen={setTyped} />}
        {props.noted && <NoteField value={note} onChange={setNote} />}
      </AmountPad>
      {children}
      <Button type="submit" size="large" disabled={!amount || isShort} loading={props.busy}>
        {props.submit(amount)}
      </Button>
    </Form>
  )
}

function QuickAmounts({ currency, onChosen }: { currency: string; onChosen: (typed: string) => void }) {
  const { i18n } = useTranslation()
  const round = QUICK.map((whole) => ({ minor: whole * 10 ** exponentOf(currency), currency }))
  return (
    <Quick>
      {round.map((money) => (
        <Pill key={money.minor} type="button" onClick={() => onChosen(trimmed(money))}>
          {formatMoney(money, i18n.language, { trim: true })}
        </Pill>
      ))}
    </Quick>
  )
}

function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const { t } = useTranslation("payments")
  return (
    <Note>
      <Icon name="edit" size={20} />
      <input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        aria-label={t("amount.note")}
        placeholder={t("amount.note")}
      />
    </Note>
  )
}

function isAbove(amount: Amount | null, available: Amount | undefined): boolean {
  return amount !== null && available !== undefined && amount.minor > available.minor
}

/** "500.00" is typed as "500". */
function trimmed(amount: Amount): string {
  return decimal(amount).replace(/\.0+$/, "")
}

function useCurrency(wanted: string | undefined) {
  const wallets = useQuery(walletsQuery).data ?? []
  const [chosen, setCurrency] = useState(wanted)
  const currency = chosen ?? wallets[0]?.currency ?? HOME_CURRENCY
  return { wallets, currency, setCurrency }
}
