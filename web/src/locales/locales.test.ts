import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { catalogOfError } from "@/lib/i18n"
import { LANGUAGES } from "@/lib/languages"

interface Words {
  [key: string]: string | Words
}
const files = import.meta.glob<Words>(["./*/*.json", "./*/office/*.json"], { import: "default", eager: true })

function flat(words: Words, prefix = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}

const catalogs = Object.keys(files)
  .filter((path) => path.startsWith("./en/"))
  .map((path) => path.slice("./en/".length))
const others = LANGUAGES.filter(({ code }) => code !== "en").map(({ code }) => code)
const cases = others.flatMap((code) => catalogs.map((catalog) => [code, catalog] as const))

const read = (code: string, catalog: string) => new Map(flat(files[`./${code}/${catalog}`] ?? {}))
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe.each(cases)("%s/%s", (code, catalog) => {
  const english = read("en", catalog)
  const words = read(code, catalog)

  test("says everything that English says, and nothing else", () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test("leaves nothing empty and fills the same holes", () => {
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe("")
      // "{{count}}" may be left out where a plural form says it in words.
      const wanted = holes(english.get(key) ?? "").filter((hole) => hole !== "{{count}}")
      expect(holes(text).filter((hole) => hole !== "{{count}}"), key).toEqual(wanted)
    }
  })

  test("is written in its own script", () => {
    const plain = [...words].filter(([, text]) => /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, "")))
    const foreign = plain.filter(([, text]) => !/\p{Script=Devanagari}/u.test(text))
    expect(foreign).toEqual([])
  })
})

/** Refusals that a person cannot meet: they answer programs, or the app never causes them. */
const FOR_PROGRAMS =
  /^(ledger\.(?!not_enough|account_closed)|sandbox\.|kit\.(bad_cursor|idempotency|unknown_currency)|identity\.(client_header_missing|pin_proof_missing|no_such_person|no_such_photo|roles?_)|notifications\.nothing_to_mark|payments\.look_up_by_one)/

test("each refusal that a person can meet has words of its own", () => {
  const text = readFileSync("../docs/errors.md", "utf8")
  const codes = [...new Set(text.match(/`[a-z]+\.[a-z_]+`/g) ?? [])].map((code) => code.slice(1, -1))
  expect(codes.length).toBeGreaterThan(50)
  const known = (code: string) => {
    const name = `${catalogOfError(code)}.json`
    return files[`./en/${name}`] ?? files[`./en/office/${name}`] ?? {}
  }
  const mute = codes
    .filter((code) => !FOR_PROGRAMS.test(code))
    .filter((code) => {
      const words = known(code)[code.replaceAll(".", "_")]
      return typeof words !== "object" || typeof words["what"] !== "string"
    })
  expect(mute).toEqual([])
})
