/** A button that is only a sign; its words are for those who do not see it. */
import { styled } from "@/ui/theme/styled"
import type { ComponentProps } from "react"

export const round = {
  display: "inline-grid",
  placeItems: "center",
  flexShrink: 0,
  width: 48,
  height: 48,
  padding: 0,
  border: 0,
  borderRadius: 24,
  background: "transparent",
  color: "inherit",
  cursor: "pointer",
  position: "relative",
  transition: "background-color 120ms",
  "@media (hover: hover)": {
    "&:hover": { background: "color-mix(in srgb, currentColor 9%, transparent)" },
  },
  "&:active": { background: "color-mix(in srgb, currentColor 14%, transparent)" },
  "&:disabled": { opacity: 0.45, cursor: "default" },
} as const

const Button = styled("button")(round)

interface Props extends Omit<ComponentProps<"button">, "aria-label" | "title"> {
  label: string
}

export function RoundButton({ label, ...rest }: Props) {
  return <Button type="button" aria-label={label} title={label} {...rest} />
}
