/** Everything that stands around the router: look, styles with the page's nonce, the cache. */
import createCache from "@emotion/cache"
import { CacheProvider, Global } from "@emotion/react"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { Suspense } from "react"
import { queries } from "@/api/queries"
import { ScreenSkeleton } from "@/ui/feedback/Skeletons"
import { SCHEMES } from "@/ui/theme/palette"
import type { makeRouter } from "./router"

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const styles = createCache({ key: "b", nonce, prepend: true })

export function App({ router }: { router: ReturnType<typeof makeRouter> }) {
  return (
    <CacheProvider value={styles}>
      <Global styles={SCHEMES} />
      <QueryClientProvider client={queries}>
        <Suspense fallback={<ScreenSkeleton />}>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </CacheProvider>
  )
}
