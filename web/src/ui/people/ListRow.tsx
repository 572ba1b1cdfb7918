/** One row of a list: a picture, two lines, and something at the end. */
import { styled } from "@/ui/theme/styled"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { Text } from "../layout/Text"

const shape = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 14px",
  width: "100%",
  minHeight: 72,
  padding: "12px 16px",
  border: 0,
  background: "transparent",
  color: "inherit",
  textAlign: "start",
  textDecoration: "none",
} as const

const active = {
  cursor: "pointer",
  "@media (hover: hover)": {
    "&:hover": { background: "color-mix(in srgb, var(--batua-palette-primary-main) 6%, transparent)" },
  },
  "&:focus-visible": { outlineOffset: -3, borderRadius: 20 },
} as const

const Plain = styled("div")(shape)
const Go = styled(Link)({ ...shape, ...active })
const Press = styled("button")({ ...shape, ...active })
const Words = styled("span")({
  // With very large letters the end of the row goes under the words instead of crushing them.
  flex: "1 1 5.5rem",
  minWidth: 0,
  display: "grid",
  // A line that must not break would otherwise push the end of the row out of sight.
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 1,
})
const End = styled("span")({ flexShrink: 0, marginInlineStart: "auto", display: "grid", justifyItems: "end", gap: 1 })

export interface ListRowProps {
  start?: ReactNode
  title: ReactNode
  second?: ReactNode
  end?: ReactNode
  /** A link … */
  to?: string
  /** … or a button. */
  onClick?: () => void
}

export function ListRow({ start, title, second, end, to, onClick }: ListRowProps) {
  const inside = (
    <>
      {start}
      <Words>
        <Text as="span" bold>
          {title}
        </Text>
        {second && (
          <Text as="span" size="small" tone="quiet">
            {second}
          </Text>
        )}
      </Words>
      {end && <End>{end}</End>}
    </>
  )
  if (to) return <Go to={to}>{inside}</Go>
  if (onClick)
    return (
      <Press type="button" onClick={onClick}>
        {inside}
      </Press>
    )
  return <Plain>{inside}</Plain>
}
