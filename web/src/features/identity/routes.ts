/** The addresses of registering, signing in, and of what belongs to the person. */
import { createRoute } from "@tanstack/react-router"
import { outside } from "@/app/parents"
import { screen } from "@/lib/screen"

const getParentRoute = () => outside

export const identityOutside = [
  createRoute({
    getParentRoute,
    path: "/language",
    component: screen(() => import("./LanguageScreen"), "identity"),
  }),
  createRoute({
    getParentRoute,
    path: "/welcome",
    component: screen(() => import("./WelcomeScreen"), "identity"),
  }),
] as const

export const identityInside = [] as const
