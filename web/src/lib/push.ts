/** Push messages to this browser: whether it can, whether it may, and its address at its push service. */

export type Ability = "able" | "unable" | "blocked"

interface Subscribed {
  endpoint: string
  p256dh: string
  auth: string
}

async function manager(): Promise<PushManager | null> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window))
    return null
  return (await navigator.serviceWorker.getRegistration())?.pushManager ?? null
}

/** What this browser can do; `blocked` when the person has forbidden it in the browser itself. */
export async function pushAbility(): Promise<Ability> {
  if (!(await manager())) return "unable"
  return Notification.permission === "denied" ? "blocked" : "able"
}

export async function isPushed(): Promise<boolean> {
  return Boolean(await (await manager())?.getSubscription())
}

/** Ask the person and subscribe under the server's key; null when she does not allow it. */
export async function startPush(key: string): Promise<Subscribed | null> {
  const push = await manager()
  if (!push || (await Notification.requestPermission()) !== "granted") return null
  // One under another key would be refused by the push service.
  await (await push.getSubscription())?.unsubscribe()
  const made = await push.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = made.toJSON()
  return { endpoint: endpoint ?? "", p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "" }
}

export async function stopPush(): Promise<void> {
  await (await (await manager())?.getSubscription())?.unsubscribe()
}
