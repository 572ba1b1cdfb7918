/** Before the door: a plain column. */
import { styled } from "@mui/material/styles"
import { Outlet } from "@tanstack/react-router"
import { OfflineBar } from "@/ui/feedback/OfflineBar"

const Column = styled("div")({ display: "flex", flexDirection: "column", minHeight: "100dvh" })

export function Outside() {
  return (
    <Column>
      <OfflineBar />
      <Outlet />
    </Column>
  )
}
