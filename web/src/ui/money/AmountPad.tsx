/** Say how much: large figures, and keys under the thumb on a phone. */
import { styled } from "@/ui/theme/styled"
import { useId, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { exponentOf, formatTyped, symbolOf, typeAmount } from "@/lib/money"
import { useMedia } from "@/lib/media"
import { Icon } from "../icons/Icon"
import { Text } from "../layout/Text"
import { DIGITS, Key, Keys } from "./keypad"

const Figure = styled("label", {
  shouldForwardProp: (prop) => prop !== "long",
})<{ long: boolean }>(({ long }) => ({
  display: "flex",
  justifyContent: "center",
  alignItems: "baseline",
  gap: 6,
  minHeight: 72,
  cursor: "text",
  fontWeight: 700,
  fontSize: long ? "2rem" : "3rem",
  lineHeight: 1.3,
  fontVariantNumeric: "tabular-nums lining-nums",
  "& .symbol": { fontSize: "0.7em", color: "var(--batua-palette-text-secondary)" },
  "& input": {
    border: 0,
    padding: 0,
    margin: 0,
    minWidth: 0,
    background: "transparent",
    outline: "none",
    fontWeight: "inherit",
    fontSize: "inherit",
    caretColor: "var(--batua-palette-secondary-main)",
    borderRadius: 8,
    // As wide as the figures themselves where browsers can; else the counted width stands.
    "@supports (field-sizing: content)": { fieldSizing: "content", width: "auto !important" },
  },
  "& input::placeholder": { color: "var(--batua-palette-text-disabled)", opacity: 1 },
  "&:focus-within": { boxShadow: "0 3px 0 var(--batua-palette-secondary-main)" },
}))

const LONG = 8

interface Props {
  /** What has been typed: digits and at most one point, as `parseAmount` reads it. */
  value: string
  onChange: (typed: string) => void
  currency: string
  /** "How much?" */
  label: string
  error?: string | null
  /** Quiet words under the figures, such as what is left. */
  hint?: string
  /** Between the figures and the keys: a note, quick amounts. */
  children?: ReactNode
}

export function AmountPad(props: Props) {
  const { value, onChange, currency, label, error, hint, children } = props
  const { t, i18n } = useTranslation()
  const isPhone = !useMedia("(min-width: 900px)")
  const noteId = useId()
  const type = (typed: string) => {
    const next = typeAmount(typed, currency)
    if (next !== null) onChange(next)
  }
  const shown = value && formatTyped(value, i18n.language)
  const width = { width: `${Math.max(1, shown.length) + 0.4}ch` }
  return (
    <div>
      <Figure long={shown.length > LONG}>
        <span className="symbol" aria-hidden="true">
          {symbolOf(currency, i18n.language)}
        </span>
        <input
          style={width}
          value={shown}
          onChange={(event) => type(event.target.value)}
          aria-label={label}
          aria-invalid={Boolean(error)}
          aria-describedby={noteId}
          // On a phone our own keys stand below; a second keyboard would hide them.
          inputMode={isPhone ? "none" : "decimal"}
          autoComplete="off"
          placeholder="0"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the amount is what this screen asks for
          autoFocus
        />
      </Figure>
      <Text id={noteId} size="small" centered tone={error ? "bad" : "quiet"} role="status">
        {error ?? hint ?? "\u00a0"}
      </Text>
      {children}
      {isPhone && (
        <Keys style={{ marginTop: 12 }}>
          {DIGITS.map((digit) => (
            <Key key={digit} onPress={() => type(value + digit)}>
              {digit}
            </Key>
          ))}
          {exponentOf(currency) > 0 ? <Key onPress={() => type(`${value}.`)}>{"."}</Key> : <span />}
          <Key onPress={() => type(`${value}0`)}>{"0"}</Key>
          <Key label={t("do.erase")} onPress={() => onChange(value.slice(0, -1))}>
            <Icon name="erase" />
          </Key>
        </Keys>
      )}
    </div>
  )
}
