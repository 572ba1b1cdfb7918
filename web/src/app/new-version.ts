/** Offline shell: register the service worker, and offer a newer version when it has arrived. */
import i18next from "i18next"
import { registerSW } from "virtual:pwa-register"
import { toast } from "@/ui/feedback/toasts"

export function watchVersions(): void {
  const reload = registerSW({
    onNeedRefresh: () => {
      const label = i18next.t("version.reload")
      toast({ text: i18next.t("version.new"), action: { label, act: () => void reload(true) } })
    },
  })
}
