/** On or off. */
import MuiSwitch, { type SwitchProps } from "@mui/material/Switch"
import { InTheme } from "./InTheme"

export function Switch(props: SwitchProps) {
  return (
    <InTheme>
      <MuiSwitch {...props} />
    </InTheme>
  )
}
