/** The first thing that runs: words, then everything else. */
import { StrictMode, startTransition } from "react"
import { createRoot } from "react-dom/client"
import { App } from "@/app/App"
import { makeRouter } from "@/app/router"
import { startWords } from "@/lib/i18n"
import { watchInstallOffer } from "@/lib/install"
import { followScheme } from "@/ui/theme/scheme"
import "@/ui/theme/base.css"

async function start(): Promise<void> {
  await startWords()
  const place = document.getElementById("root")
  if (!place) throw new Error("no #root in the page")
  const app = (
    <StrictMode>
      <App router={makeRouter()} />
    </StrictMode>
  )
  // In slices: a slow phone stays answerable while the first screen is drawn.
  startTransition(() => createRoot(place).render(app))
}

followScheme()
watchInstallOffer()
void start()

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    void import("@/app/new-version").then(({ watchVersions }) => watchVersions())
  })
}
