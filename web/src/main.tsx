/** The first thing that runs: words, then everything else. */
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "@/app/App"
import { makeRouter } from "@/app/router"
import { startWords } from "@/lib/i18n"
import { watchInstallOffer } from "@/lib/install"
import "@/ui/theme/base.css"

async function start(): Promise<void> {
  await startWords()
  const place = document.getElementById("root")
  if (!place) throw new Error("no #root in the page")
  createRoot(place).render(
    <StrictMode>
      <App router={makeRouter()} />
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
