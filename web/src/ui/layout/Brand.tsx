/** The name of the product, hidden where the side rail already shows it. */
import { styled } from "@/ui/theme/styled"

const Name = styled("span")({
  display: "flex",
  alignItems: "center",
  gap: 10,
  padding: "0 8px",
  fontWeight: 700,
  fontSize: "min(1.25rem, 5.4vw)",
  color: "var(--batua-palette-text-primary)",
  "& img": { borderRadius: 9 },
})

const BRAND = "Batua"

export function Brand() {
  return (
    <Name className="brand">
      <img src="/icon.svg" width={32} height={32} alt="" />
      <span lang="en" translate="no">
        {BRAND}
      </span>
    </Name>
  )
}
