/** One sign as a small drawing; it says nothing to a screen reader, the words beside it do. */
import { GLYPHS, type Glyph } from "./glyphs"

interface Props {
  name: Glyph
  size?: number
  weight?: number
}

export function Icon({ name, size = 24, weight = 2 }: Props) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={GLYPHS[name]} />
    </svg>
  )
}
