/** Before the door: a plain column, on a desk beside a length of cloth. */
import { styled } from "@/ui/theme/styled"
import { Outlet } from "@tanstack/react-router"
import { OfflineBar } from "@/ui/feedback/OfflineBar"
import { ClothBorder, Motif } from "@/ui/motif/Motif"

const House = styled("div")({
  display: "flex",
  minHeight: "100dvh",
  "& > .cloth": { display: "none" },
  "@media (min-width: 900px)": {
    "& > .cloth": {
      display: "grid",
      alignContent: "space-between",
      position: "sticky",
      top: 0,
      width: "38%",
      maxWidth: 560,
      height: "100dvh",
      overflow: "hidden",
      background: "var(--batua-palette-cloth-ground)",
      color: "var(--batua-palette-cloth-ink)",
    },
    "& > .cloth > img": {
      position: "absolute",
      inset: 0,
      margin: "auto",
      width: 200,
      height: 200,
      borderRadius: 48,
    },
  },
})

const Column = styled("div")({ flex: 1, minWidth: 0, display: "flex", flexDirection: "column" })

export function Outside() {
  return (
    <House>
      <div className="cloth" aria-hidden="true">
        <Motif />
        <ClothBorder style={{ transform: "rotate(180deg)" }} />
        <img src="/icon.svg" alt="" loading="lazy" />
        <ClothBorder />
      </div>
      <Column>
        <OfflineBar />
        <Outlet />
      </Column>
    </House>
  )
}
