/** An amount of money: large rupees, smaller paise, figures of one width. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import { formatMoney, moneyParts, type Amount } from "@/lib/money"

type Size = "s" | "m" | "l" | "xl"
const SIZES: Record<Size, string> = { s: "1rem", m: "1.25rem", l: "min(2rem, 10vw)", xl: "min(2.75rem, 13vw)" }
const LONG = 11
const DOTS = "••••••"

const Figure = styled("span", {
  shouldForwardProp: (prop) => !["size", "tone", "long"].includes(prop),
})<{ size: Size; tone: "inherit" | "in"; long: boolean }>(({ size, tone, long }) => ({
  display: "inline-block",
  // A long balance must still stand on one line of a small phone.
  fontSize: long && size === "xl" ? "min(2rem, 8.5vw)" : SIZES[size],
  lineHeight: 1.2,
  fontWeight: size === "s" ? 650 : 700,
  whiteSpace: "nowrap",
  color: tone === "in" ? "var(--batua-palette-success-main)" : "inherit",
  fontVariantNumeric: "tabular-nums lining-nums",
  "& .fraction": { fontSize: size === "s" ? "1em" : "0.6em", opacity: size === "s" ? 1 : 0.85 },
  "& .symbol": { marginInline: "0.04em 0.06em", fontWeight: 600 },
}))

interface Props {
  amount: Amount
  size?: Size
  /** + for money that came, − for money that went. */
  signed?: boolean
  /** Dots instead of figures, until the person asks. */
  hidden?: boolean
  /** Leave out ".00". */
  trim?: boolean
  /** Money that came in is leaf green (and carries its sign). */
  tone?: "inherit" | "in"
}

export function AmountText({ amount, size = "m", signed, hidden, trim, tone = "inherit" }: Props) {
  const { t, i18n } = useTranslation()
  const parts = moneyParts(amount, i18n.language, { signed, trim })
  const spoken = hidden ? t("money.hidden") : formatMoney(amount, i18n.language, { signed, trim })
  const symbol = <span className="symbol">{parts.symbol}</span>
  const figures = (
    <>
      {parts.sign}
      {parts.symbolFirst && symbol}
      {parts.whole}
      <span className="fraction">{parts.fraction}</span>
      {!parts.symbolFirst && symbol}
    </>
  )
  const dots = (
    <>
      {symbol}
      {DOTS}
    </>
  )
  return (
    <Figure size={size} tone={tone} long={parts.whole.length > LONG}>
      <span aria-hidden="true">{hidden ? dots : figures}</span>
      <span className="hidden-text">{spoken}</span>
    </Figure>
  )
}
