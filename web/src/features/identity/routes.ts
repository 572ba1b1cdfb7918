/** The addresses of registering, signing in, and of what belongs to the person. */
import { createRoute } from "@tanstack/react-router"
import { inside, outside } from "@/app/parents"
import { screen } from "@/lib/screen"

const before = () => outside
const behind = () => inside

export const identityOutside = [
  createRoute({
    getParentRoute: before,
    path: "/language",
    component: screen(() => import("./LanguageScreen"), "identity"),
  }),
  createRoute({
    getParentRoute: before,
    path: "/welcome",
    component: screen(() => import("./WelcomeScreen"), "identity"),
  }),
  createRoute({
    getParentRoute: before,
    path: "/register",
    component: screen(() => import("./RegisterScreen"), "identity", "errors"),
  }),
  createRoute({
    getParentRoute: before,
    path: "/sign-in",
    component: screen(() => import("./SignInScreen"), "identity", "errors"),
  }),
  createRoute({
    getParentRoute: before,
    path: "/recover",
    component: screen(() => import("./RecoverScreen"), "identity", "errors"),
  }),
] as const

export const identityInside = [
  createRoute({
    getParentRoute: behind,
    path: "/you",
    component: screen(() => import("./YouScreen"), "identity", "office", "errors"),
  }),
  createRoute({
    getParentRoute: behind,
    path: "/you/profile",
    component: screen(() => import("./ProfileScreen"), "identity", "payments", "errors"),
  }),
  createRoute({
    getParentRoute: behind,
    path: "/you/devices",
    component: screen(() => import("./DevicesScreen"), "identity", "errors"),
  }),
  createRoute({
    getParentRoute: behind,
    path: "/you/password",
    component: screen(() => import("./PasswordScreen"), "identity", "errors"),
    staticData: { bare: true },
  }),
  createRoute({
    getParentRoute: behind,
    path: "/you/pin",
    component: screen(() => import("./PinScreen"), "identity", "errors"),
    staticData: { bare: true },
  }),
] as const
