/** What the phone shows when Batua is installed. */
import type { ManifestOptions } from "vite-plugin-pwa"

export const manifest: Partial<ManifestOptions> = {
  id: "/",
  name: "Batua",
  short_name: "Batua",
  description: "Send, ask for and keep money with people you know.",
  start_url: "/",
  scope: "/",
  display: "standalone",
  orientation: "any",
  background_color: "#fbf5e9",
  theme_color: "#2d2a70",
  categories: ["finance"],
  icons: [
    { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  shortcuts: [
    { name: "Send", url: "/send", icons: [{ src: "/icon-192.png", sizes: "192x192" }] },
    { name: "Scan", url: "/scan", icons: [{ src: "/icon-192.png", sizes: "192x192" }] },
  ],
}
