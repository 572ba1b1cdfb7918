/** The shape of what is coming, so that nothing jumps when it arrives. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import { ListCard } from "../layout/Card"

export const Bone = styled("span", {
  shouldForwardProp: (prop) => !["width", "height", "round"].includes(prop),
})<{ width?: number | string; height?: number; round?: boolean }>(
  ({ width = "100%", height = 16, round }) => ({
    display: "block",
    width,
    height,
    maxWidth: "100%",
    borderRadius: round ? "50%" : 8,
    background: "color-mix(in srgb, var(--batua-palette-text-primary) 10%, transparent)",
    animation: "bone 1.4s ease-in-out infinite alternate",
    "@keyframes bone": { to: { opacity: 0.45 } },
  }),
)

const Row = styled("li")({
  display: "flex",
  alignItems: "center",
  gap: 14,
  padding: "14px 16px",
  "& > span:nth-of-type(2)": { display: "grid", gap: 8, flex: 1 },
})

/** Rows of a list with a round picture. */
export function RowsSkeleton({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <ListCard aria-busy="true" aria-label={t("state.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <Row key={row} aria-hidden="true">
          <Bone width={48} height={48} round />
          <span>
            <Bone width="55%" />
            <Bone width="35%" height={12} />
          </span>
          <Bone width={64} />
        </Row>
      ))}
    </ListCard>
  )
}

const Shape = styled("div")({ display: "grid", gap: 20, padding: "24px 20px", maxWidth: 720 })

/** A whole screen while its code is fetched. */
export function ScreenSkeleton() {
  const { t } = useTranslation()
  return (
    <Shape role="status" aria-label={t("state.loading")}>
      <Bone width="60%" height={32} />
      <Bone height={120} />
      <Bone height={64} />
      <Bone height={64} />
    </Shape>
  )
}
