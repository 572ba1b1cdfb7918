/** A word in a frame. */
import MuiChip, { type ChipProps } from "@mui/material/Chip"
import { InTheme } from "./InTheme"

export function Chip(props: ChipProps) {
  return (
    <InTheme>
      <MuiChip {...props} />
    </InTheme>
  )
}
