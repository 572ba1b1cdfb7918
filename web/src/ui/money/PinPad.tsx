/** The payment PIN: six dots, large keys, a real keyboard or a paste. It is kept nowhere. */
import { styled } from "@/ui/theme/styled"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { plainDigits } from "@/lib/money"
import { Icon } from "../icons/Icon"
import { RoundButton } from "../layout/RoundButton"
import { Text } from "../layout/Text"
import { DIGITS, Key, Keys } from "./keypad"

export const PIN_LENGTH = 6

const Dots = styled("label")({
  position: "relative",
  display: "flex",
  justifyContent: "center",
  alignItems: "center",
  gap: 14,
  minHeight: 60,
  margin: "8px 3px 4px",
  borderRadius: 16,
  "& input": { position: "absolute", inset: 0, width: "100%", opacity: 0, cursor: "text" },
  "&:focus-within": { outline: "3px solid var(--batua-palette-secondary-main)", borderRadius: 16 },
})

const Dot = styled("span")({
  display: "grid",
  placeItems: "center",
  width: 20,
  height: 28,
  fontSize: "1.5rem",
  fontWeight: 700,
  "&::before": {
    content: '""',
    width: 16,
    height: 16,
    borderRadius: 8,
    border: "2px solid var(--batua-palette-text-secondary)",
  },
  "&.full::before": {
    background: "var(--batua-palette-primary-main)",
    borderColor: "var(--batua-palette-primary-main)",
  },
  "&.shown::before": { display: "none" },
})

interface Props {
  /** "Your PIN", "Type it once more" … */
  label: string
  onComplete: (pin: string) => void
  busy?: boolean
  /** Words of a wrong PIN; the dots are emptied when `busy` ends. */
  error?: string | null
}

export function PinPad({ label, onComplete, busy = false, error }: Props) {
  const { t } = useTranslation()
  const [pin, setPin] = useState("")
  const [isShown, setShown] = useState(false)
  const noteId = useId()
  const [wasBusy, setWasBusy] = useState(busy)
  if (wasBusy !== busy) {
    // An answer came: whatever it was, the next try begins empty.
    setWasBusy(busy)
    if (!busy) setPin("")
  }
  const type = (typed: string) => {
    const next = plainDigits(typed).replaceAll(".", "").slice(0, PIN_LENGTH)
    setPin(next)
    if (next.length === PIN_LENGTH && next !== pin) onComplete(next)
  }
  return (
    <div>
      <Text bold centered>
        {label}
      </Text>
      <Dots>
        {Array.from({ length: PIN_LENGTH }, (_, place) => (
          <PinDot key={place} digit={pin[place]} shown={isShown} />
        ))}
        <input
          type={isShown ? "text" : "password"}
          inputMode="none"
          autoComplete="off"
          aria-label={label}
          aria-describedby={noteId}
          aria-invalid={Boolean(error)}
          value={pin}
          readOnly={busy}
          onChange={(event) => type(event.target.value)}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the PIN is all that is asked here
          autoFocus
        />
      </Dots>
      <Text id={noteId} centered size="small" tone="bad" role="alert">
        {error ?? "\u00a0"}
      </Text>
      <Keys style={{ marginTop: 8 }}>
        {DIGITS.map((digit) => (
          <Key key={digit} disabled={busy} onPress={() => type(pin + digit)}>
            {digit}
          </Key>
        ))}
        <RoundButton
          label={t(isShown ? "pin.hide" : "pin.show")}
          onClick={() => setShown(!isShown)}
          style={{ margin: "auto" }}
        >
          <Icon name={isShown ? "hide" : "show"} />
        </RoundButton>
        <Key disabled={busy} onPress={() => type(`${pin}0`)}>
          {"0"}
        </Key>
        <Key label={t("do.erase")} disabled={busy} onPress={() => setPin(pin.slice(0, -1))}>
          <Icon name="erase" />
        </Key>
      </Keys>
    </div>
  )
}

function PinDot({ digit, shown }: { digit: string | undefined; shown: boolean }) {
  if (digit === undefined) return <Dot aria-hidden="true" />
  return (
    <Dot aria-hidden="true" className={shown ? "shown" : "full"}>
      {shown && digit}
    </Dot>
  )
}
