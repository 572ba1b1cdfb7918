/** Words in the few sizes that there are. */
import { styled } from "@/ui/theme/styled"

type Size = "tiny" | "small" | "body" | "large" | "title" | "headline"
type Tone = "ink" | "quiet" | "good" | "bad" | "warn" | "accent" | "inherit"

const SIZES: Record<Size, { fontSize: string; lineHeight: number; fontWeight?: number }> = {
  tiny: { fontSize: "0.8125rem", lineHeight: 1.45 },
  small: { fontSize: "0.875rem", lineHeight: 1.5 },
  body: { fontSize: "1rem", lineHeight: 1.5 },
  large: { fontSize: "1.125rem", lineHeight: 1.5 },
  title: { fontSize: "1.25rem", lineHeight: 1.4, fontWeight: 700 },
  headline: { fontSize: "1.75rem", lineHeight: 1.3, fontWeight: 700 },
}

const TONES: Record<Tone, string> = {
  ink: "var(--batua-palette-text-primary)",
  quiet: "var(--batua-palette-text-secondary)",
  good: "var(--batua-palette-success-main)",
  bad: "var(--batua-palette-error-main)",
  warn: "var(--batua-palette-warning-main)",
  accent: "var(--batua-palette-primary-main)",
  inherit: "inherit",
}

interface Props {
  size?: Size
  tone?: Tone
  bold?: boolean
  centered?: boolean
  /** One line that ends in an ellipsis; the whole text must be reachable elsewhere. */
  oneLine?: boolean
}

// `as` is left to emotion, or a title would be a <p as="h1">.
const own = ["as", "size", "tone", "bold", "centered", "oneLine"]

/** A paragraph; use `as="span"` or `as="h2"` where the meaning asks for it. */
export const Text = styled("p", {
  shouldForwardProp: (prop) => !own.includes(prop),
})<Props>(({ size = "body", tone = "inherit", bold, centered, oneLine }) => ({
  ...SIZES[size],
  color: TONES[tone],
  ...(bold !== undefined && { fontWeight: bold ? 650 : 400 }),
  ...(centered && { textAlign: "center" }),
  ...(oneLine && {
    display: "block",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    overflowWrap: "normal",
  }),
}))
