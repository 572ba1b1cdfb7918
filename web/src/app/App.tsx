/** Everything that stands around the router: look, styles with the page's nonce, the cache. */
import createCache from "@emotion/cache"
import { CacheProvider } from "@emotion/react"
import { ThemeProvider } from "@mui/material/styles"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { Suspense } from "react"
import { queries } from "@/api/queries"
import { ScreenSkeleton } from "@/ui/feedback/Skeletons"
import { theme } from "@/ui/theme/theme"
import type { makeRouter } from "./router"

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const styles = createCache({ key: "b", nonce, prepend: true })

export function App({ router }: { router: ReturnType<typeof makeRouter> }) {
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="batua.theme">
        <QueryClientProvider client={queries}>
          <Suspense fallback={<ScreenSkeleton />}>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}
