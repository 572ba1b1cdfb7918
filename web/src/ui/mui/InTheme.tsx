/** What stands around a part of MUI: our colours, by day or by night. */
import { ThemeProvider } from "@mui/material/styles"
import type { ReactNode } from "react"
import { useScheme } from "../theme/scheme"
import { THEMES } from "./theme"

export function InTheme({ children }: { children: ReactNode }) {
  const { shown } = useScheme()
  return <ThemeProvider theme={THEMES[shown]}>{children}</ThemeProvider>
}
