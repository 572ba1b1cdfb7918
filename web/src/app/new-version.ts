/** Offline shell: register the service worker, offer a newer version when it has arrived, and end
 * pushes when the person leaves. */
import i18next from "i18next"
import { registerSW } from "virtual:pwa-register"
import { onLeave } from "@/api/session"
import { stopPush } from "@/lib/push"
import { toast } from "@/ui/feedback/toasts"

export function watchVersions(): void {
  // The next person on this phone is told nothing that was meant for the one before.
  onLeave(() => stopPush().catch(() => undefined))
  const reload = registerSW({
    onNeedRefresh: () => {
      const label = i18next.t("version.reload")
      toast({ text: i18next.t("version.new"), action: { label, act: () => void reload(true) } })
    },
  })
}
