/** Fail when the JavaScript that a first visit or the home screen needs outgrows its budget. */
import { readFile, stat } from "node:fs/promises"
import { brotliCompressSync, gzipSync } from "node:zlib"

const DIST = new URL("../dist/", import.meta.url)
const BUDGET_KB = 200
/** Screens that people land on; each is measured with everything it imports at once. */
const ROUTES = process.argv.slice(2)
const LANDINGS = ROUTES.length
  ? ROUTES
  : ["features/identity/LanguageScreen.tsx", "features/identity/WelcomeScreen.tsx"]

const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", DIST), "utf8"))
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const catalogOf = (screen) => {
  const feature = screen.split("/")[1]
  return ["app", feature].map((name) => `src/locales/en/${name}.json`)
}

function closure(keys) {
  const seen = new Set()
  const visit = (key) => {
    if (!manifest[key] || seen.has(key)) return
    seen.add(key)
    for (const next of manifest[key].imports ?? []) visit(next)
  }
  keys.forEach(visit)
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith(".js"))
}

let worst = 0
for (const screen of LANDINGS) {
  const key = `src/${screen}`
  if (!manifest[key]) {
    console.error(`${key} is not in the build`)
    process.exit(1)
  }
  const files = new Set(closure([entry, key, ...catalogOf(screen)]))
  let gzip = 0
  let brotli = 0
  for (const file of files) {
    const code = await readFile(new URL(file, DIST))
    gzip += gzipSync(code, { level: 9 }).length
    brotli += brotliCompressSync(code).length
  }
  worst = Math.max(worst, gzip)
  const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(6)
  console.log(`${screen.padEnd(44)} gzip ${kb(gzip)} kB   brotli ${kb(brotli)} kB`)
}
await stat(new URL("index.html", DIST))
if (worst > BUDGET_KB * 1000) {
  console.error(`over the budget of ${BUDGET_KB} kB`)
  process.exit(1)
}
