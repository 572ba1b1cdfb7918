/** A small choice among a few; pressed when it is chosen. */
import { styled } from "@/ui/theme/styled"

export const Pill = styled("button")({
  display: "inline-flex",
  alignItems: "center",
  justifyContent: "center",
  gap: 8,
  flexShrink: 0,
  minHeight: 48,
  maxWidth: "100%",
  padding: "8px 18px",
  borderRadius: 24,
  border: "2px solid var(--batua-palette-divider)",
  background: "var(--batua-palette-background-paper)",
  fontWeight: 600,
  fontSize: "0.9375rem",
  cursor: "pointer",
  "@media (hover: hover)": { "&:hover": { borderColor: "var(--batua-palette-text-secondary)" } },
  "&[aria-pressed=true]": {
    borderColor: "var(--batua-palette-primary-main)",
    color: "var(--batua-palette-primary-main)",
    background: "color-mix(in srgb, var(--batua-palette-primary-main) 10%, transparent)",
  },
  "&:disabled": { opacity: 0.5, cursor: "default" },
})

/** A row of pills; on a phone it may be pulled sideways. */
export const Pills = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  gap: 8,
  minWidth: 0,
})
