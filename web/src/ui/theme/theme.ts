/** The look of every part: two colour schemes, one type family, targets of 48 px. */
import { createTheme, type PaletteOptions } from "@mui/material/styles"
import { DAY, NIGHT, type Service, type ServiceColour } from "./colours"

declare module "@mui/material/styles" {
  interface Palette {
    service: Record<Service, ServiceColour>
    cloth: { ground: string; ink: string; thread: string; raised: string }
  }
  interface PaletteOptions {
    service?: Record<Service, ServiceColour>
    cloth?: { ground: string; ink: string; thread: string; raised: string }
  }
}

const day: PaletteOptions = {
  primary: { main: DAY.indigo, dark: "#211f57", light: "#4a47a0", contrastText: "#ffffff" },
  secondary: { main: DAY.rani, contrastText: "#ffffff" },
  success: { main: DAY.leaf, contrastText: "#ffffff" },
  warning: { main: DAY.marigoldInk, contrastText: "#ffffff" },
  error: { main: DAY.alarm, contrastText: "#ffffff" },
  info: { main: "#1b579b", contrastText: "#ffffff" },
  background: { default: DAY.ground, paper: DAY.paper },
  text: { primary: DAY.ink, secondary: DAY.quiet, disabled: "#767086" },
  divider: DAY.line,
  service: DAY.services,
  // The deep panel behind a balance or a title: indigo cloth with marigold thread.
  cloth: { ground: DAY.indigo, ink: "#fff8e8", thread: DAY.marigold, raised: DAY.raised },
}

const night: PaletteOptions = {
  primary: { main: NIGHT.marigold, dark: "#ffc95f", light: "#f7c566", contrastText: "#231600" },
  secondary: { main: NIGHT.rani, contrastText: "#2b0016" },
  success: { main: NIGHT.leaf, contrastText: "#04210f" },
  warning: { main: NIGHT.marigoldInk, contrastText: "#231600" },
  error: { main: NIGHT.alarm, contrastText: "#310500" },
  info: { main: "#9cc6ff", contrastText: "#00183a" },
  background: { default: NIGHT.ground, paper: NIGHT.paper },
  text: { primary: NIGHT.ink, secondary: NIGHT.quiet, disabled: "#8c86a8" },
  divider: NIGHT.line,
  service: NIGHT.services,
  cloth: { ground: "#25225c", ink: NIGHT.ink, thread: NIGHT.marigold, raised: NIGHT.raised },
}

export const FONT = '"Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif'
/** From here on the rail stands at the side and tables are wide. */
export const WIDE_PX = 900

const focus = {
  "&.Mui-focusVisible": {
    outline: "3px solid var(--batua-palette-secondary-main)",
    outlineOffset: 2,
  },
}

export const theme = createTheme({
  cssVariables: { cssVarPrefix: "batua", colorSchemeSelector: "[data-theme='%s']" },
  colorSchemes: { light: { palette: day }, dark: { palette: night } },
  breakpoints: { values: { xs: 0, sm: 600, md: WIDE_PX, lg: 1200, xl: 1536 } },
  shape: { borderRadius: 14 },
  typography: {
    fontFamily: FONT,
    fontWeightBold: 700,
    h1: { fontSize: "1.75rem", lineHeight: 1.3, fontWeight: 700, letterSpacing: "-0.01em" },
    h2: { fontSize: "1.25rem", lineHeight: 1.4, fontWeight: 700 },
    h3: { fontSize: "1.0625rem", lineHeight: 1.45, fontWeight: 650 },
    body1: { fontSize: "1rem", lineHeight: 1.5 },
    body2: { fontSize: "0.875rem", lineHeight: 1.5 },
    button: { fontSize: "1rem", fontWeight: 650, textTransform: "none", lineHeight: 1.3 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: focus } },
    MuiChip: { styleOverrides: { root: { minHeight: 36, borderRadius: 18, fontSize: "0.875rem" } } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
  },
})
