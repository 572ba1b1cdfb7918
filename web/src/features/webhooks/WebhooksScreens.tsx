/** Which screen of webhooks an address shows: one chunk, as few people open any of them. */
import { useLocation, useParams } from "@tanstack/react-router"
import { NewWebhookScreen } from "./NewWebhookScreen"
import { WebhookScreen } from "./WebhookScreen"
import { WebhooksScreen } from "./WebhooksScreen"

export default function WebhooksScreens() {
  const { pathname } = useLocation()
  const { id } = useParams({ strict: false })
  if (pathname === "/admin/webhooks/new") return <NewWebhookScreen />
  return id ? <WebhookScreen key={id} id={id} /> : <WebhooksScreen />
}
