/** A screen that is fetched when it is first needed, together with its words. */
import { lazyRouteComponent } from "@tanstack/react-router"
import i18next from "i18next"
import type { ComponentType } from "react"
import type { Resources } from "./i18next"

export function screen(
  load: () => Promise<{ default: ComponentType }>,
  ...catalogs: (keyof Resources)[]
) {
  return lazyRouteComponent(async () => {
    // Words for what may go wrong are not waited for, see problem-words.
    const needed = catalogs.filter((name) => !name.startsWith("errors"))
    const [module] = await Promise.all([load(), i18next.loadNamespaces(needed)])
    return module
  })
}
