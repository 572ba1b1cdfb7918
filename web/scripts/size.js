/** Fail when the JavaScript that a first visit or the home screen needs outgrows its budget. */
import { readFile } from "node:fs/promises"
import { brotliCompressSync, gzipSync } from "node:zlib"

const DIST = new URL("../dist/", import.meta.url)
const BUDGET_KB = 200
/** Screens that people land on, each with the catalogs of words that its route names. */
const LANDINGS = {
  "identity/LanguageScreen": ["identity"],
  "identity/SignInScreen": ["identity", "errors"],
  "wallets/HomeScreen": ["wallets", "errors"],
  "payees/SendToScreen": ["payees", "errors"],
}
const LANGUAGES = ["en", "hi"]

const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", DIST), "utf8"))
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
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
for (const [screen, catalogs] of Object.entries(LANDINGS)) {
  for (const language of LANGUAGES) {
    const words = ["app", ...catalogs].map((name) => `src/locales/${language}/${name}.json`)
    const wanted = [entry, `src/features/${screen}.tsx`, ...words]
    // The shell's English words are part of the entry.
    const missing = wanted.find((key) => !manifest[key] && !key.endsWith("en/app.json"))
    if (missing) throw new Error(`${missing} is not in the build`)
    let gzip = 0
    let brotli = 0
    for (const file of new Set(closure(wanted))) {
      const code = await readFile(new URL(file, DIST))
      gzip += gzipSync(code, { level: 9 }).length
      brotli += brotliCompressSync(code).length
    }
    worst = Math.max(worst, gzip)
    const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(6)
    console.log(`${screen.padEnd(26)} ${language}  gzip ${kb(gzip)} kB   brotli ${kb(brotli)} kB`)
  }
}
if (worst > BUDGET_KB * 1000) {
  console.error(`over the budget of ${BUDGET_KB} kB`)
  process.exit(1)
}
