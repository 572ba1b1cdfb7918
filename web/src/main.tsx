/** The first thing that runs: words, look, cache, address. */
import createCache from "@emotion/cache"
import { CacheProvider } from "@emotion/react"
import { ThemeProvider } from "@mui/material/styles"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode, Suspense } from "react"
import { createRoot } from "react-dom/client"
import { queries } from "@/api/queries"
import { router } from "@/app/router"
import { startWords } from "@/lib/i18n"
import { watchInstallOffer } from "@/lib/install"
import { ScreenSkeleton } from "@/ui/feedback/Skeletons"
import { theme } from "@/ui/theme/theme"
import "@/ui/theme/base.css"

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const styles = createCache({ key: "b", nonce, prepend: true })

async function start(): Promise<void> {
  await startWords()
  const place = document.getElementById("root")
  if (!place) throw new Error("no #root in the page")
  createRoot(place).render(
    <StrictMode>
      <CacheProvider value={styles}>
        <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="batua.theme">
          <QueryClientProvider client={queries}>
            <Suspense fallback={<ScreenSkeleton />}>
              <RouterProvider router={router} />
            </Suspense>
          </QueryClientProvider>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>,
  )
}

watchInstallOffer()
void start()

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    void import("@/app/new-version").then(({ watchVersions }) => watchVersions())
  })
}
