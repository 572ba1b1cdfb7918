/** An amount that is nobody else's business: dots until it is tapped, dots again soon after. */
import { styled } from "@/ui/theme/styled"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Amount } from "@/lib/money"
import { Icon } from "../icons/Icon"
import { AmountText } from "./AmountText"

const SHOWN_MS = 30_000

const Button = styled("button")({
  display: "inline-flex",
  alignItems: "center",
  gap: 12,
  minHeight: 48,
  maxWidth: "100%",
  margin: "-4px 0",
  padding: "0 4px",
  border: 0,
  borderRadius: 12,
  background: "transparent",
  color: "inherit",
  font: "inherit",
  cursor: "pointer",
  "& svg": { flexShrink: 0, opacity: 0.85 },
})

interface Props {
  amount: Amount
  /** What it is: "Balance", read together with the amount. */
  label: string
  size?: "s" | "m" | "l" | "xl"
}

export function HiddenAmount({ amount, label, size = "s" }: Props) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isShown) return
    const hide = () => setShown(false)
    const timer = setTimeout(hide, SHOWN_MS)
    // Whoever picks the phone up next sees dots.
    document.addEventListener("visibilitychange", hide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", hide)
    }
  }, [isShown])
  return (
    <Button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
      <span className="hidden-text">{label}</span>
      <AmountText amount={amount} size={size} hidden={!isShown} />
      <Icon name={isShown ? "hide" : "show"} size={size === "s" ? 20 : 26} />
      <span className="hidden-text">{t(isShown ? "money.hide" : "money.show")}</span>
    </Button>
  )
}
