/** What is to be done, in words: one filled button a screen, the others outlined or plain. */
import { styled } from "@/ui/theme/styled"
import type { ComponentProps, ElementType, MouseEvent, ReactNode } from "react"

type Variant = "contained" | "outlined" | "text"
type Colour = "primary" | "secondary" | "error" | "success" | "inherit"

interface Look {
  variant: Variant
  tone: string
  onTone: string
  isLarge: boolean
}

const FILLS: Record<Variant, (look: Look) => object> = {
  contained: ({ tone, onTone }) => ({
    color: onTone,
    background: tone,
    "&:hover": { background: `color-mix(in srgb, ${tone} 88%, black)` },
  }),
  outlined: ({ tone }) => ({
    color: tone,
    background: "transparent",
    borderColor: `color-mix(in srgb, ${tone} 60%, transparent)`,
    "&:hover": { background: `color-mix(in srgb, ${tone} 8%, transparent)` },
  }),
  text: ({ tone }) => ({
    color: tone,
    background: "transparent",
    paddingInline: 10,
    "&:hover": { background: `color-mix(in srgb, ${tone} 8%, transparent)` },
  }),
}

const Base = styled("button", {
  shouldForwardProp: (prop) => prop !== "look" && prop !== "as",
})<{ look: Look }>(({ look }) => ({
  position: "relative",
  display: "inline-flex",
  alignItems: "center",
  justifyContent: "center",
  gap: 10,
  minHeight: look.isLarge ? 56 : 48,
  padding: "8px 20px",
  border: "2px solid transparent",
  borderRadius: look.isLarge ? 16 : 14,
  fontSize: look.isLarge ? "1.0625rem" : "1rem",
  lineHeight: 1.3,
  fontWeight: 650,
  textAlign: "center",
  textDecoration: "none",
  cursor: "pointer",
  transition: "background-color 120ms",
  ...FILLS[look.variant](look),
  "&:focus-visible": { borderRadius: look.isLarge ? 16 : 14 },
  "&:disabled": {
    cursor: "default",
    color: "var(--batua-palette-text-disabled)",
    ...(look.variant === "contained" && {
      background: "color-mix(in srgb, var(--batua-palette-text-primary) 12%, transparent)",
    }),
  },
  "&[aria-busy=true]": { cursor: "progress" },
}))

const Ring = styled("span")({
  width: 20,
  height: 20,
  flexShrink: 0,
  borderRadius: "50%",
  border: "3px solid color-mix(in srgb, currentColor 30%, transparent)",
  borderTopColor: "currentColor",
  animation: "turn 800ms linear infinite",
  "@keyframes turn": { to: { transform: "rotate(1turn)" } },
})

interface Props extends Omit<ComponentProps<"button">, "color"> {
  variant?: Variant
  color?: Colour
  size?: "medium" | "large"
  /** The order is on its way: the button stays where it is, and does nothing. */
  loading?: boolean
  startIcon?: ReactNode
  /** A link that looks like a button: an address outside of the app, or the router's Link. */
  href?: string
  component?: ElementType
}

export function Button(props: Props) {
  const { variant = "contained", color = "primary", size, loading, startIcon, ...rest } = props
  const { href, component, children, onClick, type = "button", ...attributes } = rest
  const isInherited = color === "inherit"
  const look = {
    variant,
    tone: isInherited ? "currentColor" : `var(--batua-palette-${color}-main)`,
    onTone: `var(--batua-palette-${isInherited ? "primary" : color}-contrastText)`,
    isLarge: size === "large",
  }
  const isLink = component !== undefined || href !== undefined
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // A busy button keeps the focus, which a disabled one would lose, but it is pressed once only.
    if (loading) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Base
      look={look}
      as={component ?? (href === undefined ? undefined : "a")}
      {...(isLink ? { href } : { type })}
      {...attributes}
      {...(loading && { "aria-busy": true, "aria-disabled": true })}
      onClick={click}
    >
      {loading ? <Ring aria-hidden="true" /> : startIcon}
      {children}
    </Base>
  )
}
