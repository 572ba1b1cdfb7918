/** How the web app is built, served while it is written, and tested. */
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { VitePWA } from "vite-plugin-pwa"
import { defineConfig } from "vitest/config"
import { manifest } from "./scripts/manifest"
import { compress } from "./scripts/compress"
import { preloadFonts } from "./scripts/preload-fonts"
import { swagger } from "./scripts/swagger"
import pack from "./package.json" with { type: "json" }

const server = process.env["BATUA_SERVER"] ?? "http://127.0.0.1:8000"

/** Left out: what needs forms, which would come along. */
const PARTS = /src\/(ui\/(?!money\/PinSheet|mui\/)|lib\/|api\/(?!use-order|step-up))/
/** Parts that home does without. */
const FORMS =
  /src\/(ui\/(fields|money\/(PinPad|keypad)|people\/PersonHead|layout\/(Form|Segments|Pill|Facts)|feedback\/ReadAloud)|lib\/(countries|speech|settled))/

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(pack.version) },
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // The server puts a fresh nonce in place of this word at each request.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "es2022",
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Parts that many screens share travel together: home then needs 10 files instead of 32.
        codeSplitting: {
          groups: [
            { name: "parts", test: (id) => PARTS.test(id) && !FORMS.test(id), minShareCount: 5, priority: 1 },
            { name: "forms", test: FORMS, minShareCount: 5 },
          ],
        },
      },
    },
    // Read by scripts/size.js.
    manifest: true,
  },
  plugins: [
    react(),
    swagger(),
    preloadFonts(["noto-sans-latin-wght", "noto-sans-currency"]),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ["**/*.{js,css,html,woff2,svg}", "icon-192.png"],
        globIgnores: ["**/noto-sans-latin-ext*", "swagger/**"],
        // The server fills in the page at "/", and nowhere else.
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) =>
              entry.url === "index.html" ? { ...entry, url: "/" } : entry,
            ),
            warnings: [],
          }),
        ],
        directoryIndex: null,
        navigateFallback: "/",
        // Pages of the server, not of the app.
        navigateFallbackDenylist: [/^\/(api|sandbox|checkout|docs|healthz|readyz|metrics)(\/|$)/],
        // Answers of the API are never kept here: they live in the query cache, which a sign-out wipes.
        runtimeCaching: [],
        cleanupOutdatedCaches: true,
        importScripts: ["push.js"],
      },
    }),
    compress(),
  ],
  server: {
    port: 5300,
    strictPort: true,
    proxy: { "/api": server, "/sandbox": server },
  },
  preview: { port: 5301, strictPort: true, proxy: { "/api": server, "/sandbox": server } },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    // A whole app is opened in some; a slow machine must not fail them.
    testTimeout: 90_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
