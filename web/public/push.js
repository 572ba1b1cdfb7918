/** A part of the service worker: shows what is pushed, and opens its page. Loaded by name in vite.config.ts. */
const NOWHERE = "/notifications"

function read(data) {
  try {
    return data.json()
  } catch {
    return {}
  }
}

/** A page of the app, whatever the message says. */
function page(link) {
  const url = new URL(typeof link === "string" ? link : NOWHERE, self.location.origin)
  return url.origin === self.location.origin ? url.href : new URL(NOWHERE, self.location.origin).href
}

self.addEventListener("push", (event) => {
  const shown = event.data ? read(event.data) : {}
  event.waitUntil(
    self.registration.showNotification(shown.title || "Batua", {
      body: shown.body || "",
      lang: shown.language || "",
      dir: "auto",
      // What comes twice is shown once.
      tag: shown.id || NOWHERE,
      icon: "/icon-192.png",
      badge: "/icon-192.png",
      data: { url: page(shown.link) },
    }),
  )
})

async function show(url) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true })
  const here = open.find((client) => client.url === url) ?? open[0]
  if (!here) return self.clients.openWindow(url)
  const focused = await here.focus()
  return focused.url === url ? focused : focused.navigate(url).catch(() => self.clients.openWindow(url))
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close()
  event.waitUntil(show(event.notification.data?.url ?? page(NOWHERE)))
})
