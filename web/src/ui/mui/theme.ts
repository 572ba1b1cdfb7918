/** MUI's parts in our colours. They are fetched with the screens that show them, and not before. */
import { createTheme } from "@mui/material/styles"
import { day, night } from "../theme/palette"
import type { Scheme } from "../theme/scheme"

const FONT = '"Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif'

const focus = {
  "&.Mui-focusVisible": {
    outline: "3px solid var(--batua-palette-secondary-main)",
    outlineOffset: 2,
  },
}

const themed = (mode: Scheme, palette: typeof day | typeof night) =>
  createTheme({
    palette: { mode, ...palette },
    shape: { borderRadius: 14 },
    typography: { fontFamily: FONT },
    components: {
      MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: focus } },
      MuiChip: { styleOverrides: { root: { minHeight: 36, borderRadius: 18, fontSize: "0.875rem" } } },
    },
  })

export const THEMES = { light: themed("light", day), dark: themed("dark", night) }
