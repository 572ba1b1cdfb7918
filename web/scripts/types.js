/** Make src/api/schema.d.ts from ../docs/openapi.json; with --check, fail when it differs. */
import { readFile, writeFile } from "node:fs/promises"
import openapiTS, { astToString } from "openapi-typescript"

const SOURCE = process.env.OPENAPI ?? new URL("../../docs/openapi.json", import.meta.url)
const TARGET = new URL("../src/api/schema.d.ts", import.meta.url)
const BASE = "/api/v1"
const HEADER = "// Made by `npm run types` from docs/openapi.json; never edited by hand.\n\n"

const schema = JSON.parse(await readFile(SOURCE, "utf8"))
// The client knows the base, so that the code reads `api.GET("/payments")`.
schema.paths = Object.fromEntries(
  Object.entries(schema.paths).map(([path, item]) => [
    path.startsWith(BASE) ? path.slice(BASE.length) : path,
    item,
  ]),
)
const made = HEADER + astToString(await openapiTS(schema, { alphabetize: true, defaultNonNullable: false }))

if (process.argv.includes("--check")) {
  const kept = await readFile(TARGET, "utf8").catch(() => "")
  if (kept !== made) {
    console.error("src/api/schema.d.ts differs from docs/openapi.json; run: npm run types")
    process.exit(1)
  }
} else {
  await writeFile(TARGET, made)
}
