/** Large keys for figures, under the thumb. */
import { styled } from "@/ui/theme/styled"
import type { ReactNode } from "react"

export const Keys = styled("div")({
  display: "grid",
  gridTemplateColumns: "repeat(3, 1fr)",
  gap: 8,
  width: "100%",
  maxWidth: 360,
  marginInline: "auto",
  touchAction: "manipulation",
  userSelect: "none",
})

const Button = styled("button")({
  display: "grid",
  placeItems: "center",
  minHeight: 56,
  padding: 0,
  border: 0,
  borderRadius: 16,
  fontSize: "1.5rem",
  fontWeight: 600,
  fontVariantNumeric: "tabular-nums",
  background: "color-mix(in srgb, var(--batua-palette-text-primary) 6%, transparent)",
  cursor: "pointer",
  "&:active": { background: "color-mix(in srgb, var(--batua-palette-primary-main) 22%, transparent)" },
  "&:disabled": { opacity: 0.4 },
  // So that the button below stays on the screen of a short phone.
  "@media (max-height: 680px)": { minHeight: 48 },
})

interface Props {
  onPress: () => void
  children: ReactNode
  label?: string
  disabled?: boolean
}

export function Key({ onPress, children, label, disabled }: Props) {
  return (
    <Button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
      // The cursor stays in the field, so that a real keyboard goes on working.
      onPointerDown={(event) => event.preventDefault()}
    >
      {children}
    </Button>
  )
}

export const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const
