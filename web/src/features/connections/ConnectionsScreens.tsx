/** Which screen an address shows: one chunk, as who connects something decides what goes through it. */
import { useLocation, useParams } from "@tanstack/react-router"
import { ConnectionScreen } from "./ConnectionScreen"
import { ConnectionsScreen } from "./ConnectionsScreen"
import { RoutingScreen } from "./routing/RoutingScreen"

export default function ConnectionsScreens() {
  const { pathname } = useLocation()
  const { name } = useParams({ strict: false })
  if (pathname === "/admin/routing") return <RoutingScreen />
  return name ? <ConnectionScreen key={name} name={name} /> : <ConnectionsScreen />
}
