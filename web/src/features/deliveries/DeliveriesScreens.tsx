/** Which screen of what leaves the house an address shows: one chunk, as they lead to each other. */
import { useLocation } from "@tanstack/react-router"
import { CostsScreen } from "./CostsScreen"
import { DeliveriesScreen } from "./DeliveriesScreen"
import { OrdersScreen } from "./OrdersScreen"
import { TemplatesScreen } from "./TemplatesScreen"

const SCREENS = {
  "/admin/costs": CostsScreen,
  "/admin/templates": TemplatesScreen,
  "/admin/orders": OrdersScreen,
}

export default function DeliveriesScreens() {
  const { pathname } = useLocation()
  const found = Object.entries(SCREENS).find(([path]) => path === pathname)
  const Shown = found?.[1] ?? DeliveriesScreen
  return <Shown />
}
