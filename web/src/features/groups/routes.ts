/** The addresses of groups: one chunk, as who opens a group walks through it. */
import { createRoute } from "@tanstack/react-router"
import { inside } from "@/app/parents"
import { screen } from "@/lib/screen"

const component = screen(() => import("./GroupsScreens"), "groups", "dues", "loans", "pots", "rails", "payments", "errors", "errors-groups")
const rest = { getParentRoute: () => inside, component, staticData: { bare: true } }

export const groupsRoutes = [
  createRoute({ ...rest, path: "/groups", staticData: {} }),
  createRoute({ ...rest, path: "/groups/new" }),
  createRoute({ ...rest, path: "/groups/join" }),
  createRoute({ ...rest, path: "/groups/$id", staticData: {} }),
  createRoute({ ...rest, path: "/groups/$id/$part" }),
  createRoute({ ...rest, path: "/groups/$id/loans/$loan" }),
  createRoute({ ...rest, path: "/groups/$id/votes/$vote" }),
  createRoute({ ...rest, path: "/groups/$id/statement/$movement" }),
] as const
