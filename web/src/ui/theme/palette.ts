/** The colours of every part by day and by night, as variables: `--batua-palette-primary-main`. */
import { DAY, NIGHT } from "./colours"

export const day = {
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

export const night: Tree<typeof day> = {
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

/** The same names with any colours. */
type Tree<T> = { [K in keyof T]: T[K] extends string ? string : Tree<T[K]> }
interface Colours {
  [name: string]: string | Colours
}

/** Every colour by the name of its variable. */
export function variablesOf(colours: Colours, name = "--batua-palette"): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [part, value] of Object.entries(colours)) {
    const whole = `${name}-${part}`
    if (typeof value === "string") found[whole] = value
    else Object.assign(found, variablesOf(value, whole))
  }
  return found
}

/** Both schemes; boot.js names the one that was chosen before anything is drawn. */
export const SCHEMES = {
  ":root, [data-theme='light']": { colorScheme: "light", ...variablesOf(day) },
  "[data-theme='dark']": { colorScheme: "dark", ...variablesOf(night) },
} as const
