/** Through the door: keep the session, speak the person's language, go where she wanted to. */
import { useQueryClient } from "@tanstack/react-query"
import { useRouter, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { enter } from "@/api/session"
import { api } from "@/api/client"
import type { Session } from "@/api/types"
import { remembered } from "@/lib/remembered"

export function useEnter() {
  const cache = useQueryClient()
  const router = useRouter()
  const { i18n } = useTranslation()
  const { then } = useSearch({ from: "/outside" })
  return async (session: Session) => {
    remembered.challenge.forget()
    const person = enter(session)
    cache.setQueryData(["me"], person)
    // The language on this screen was chosen last: messages follow it from now on.
    if (person.language !== i18n.language)
      void api.PATCH("/me", { body: { language: i18n.language } }).catch(() => undefined)
    if (then) router.history.replace(then)
    else await router.navigate({ to: "/", replace: true })
  }
}
