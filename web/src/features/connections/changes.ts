/** What a form of settings changes, and which field a refusal is about. */
import { isProblem } from "@/api/problem"
import type { Changes, Connection, Setting } from "./queries"

/** Settings that few people touch: they have defaults that hold for everybody. */
const RARE = ["timeout_ms", "budget_ms", "tries", "at_once", "per_second", "version", "currencies", "url", "code"]

/** A setting without a default is never rare: nothing is connected without it. */
export const isRare = ({ field, default: usual }: Setting) => RARE.includes(field) && (usual !== "" || field === "currencies")

/** What of a setting is in the database: of the environment's nothing is taken over. */
export const keptText = ({ value, is_secret }: Setting, isKept: boolean) =>
  isKept && !is_secret ? (value ?? "") : ""

/** An empty text says that there is none. */
const orNull = (text: string) => (text === "" ? null : text)

/** What is given: a text that differs, null for what is taken away; nothing for what stays. */
export function changesOf({ settings, source }: Connection, draft: Changes): Changes {
  const isKept = source === "kept"
  const changes: Changes = {}
  for (const one of settings) {
    const typed = draft[one.field]
    if (typed === undefined) continue
    const text = orNull(typed?.trim() ?? "")
    const before = orNull(keptText(one, isKept))
    // An empty field of a secret says nothing: nobody can see what stands there.
    if (one.is_secret ? typed === null || text !== null : text !== before) changes[one.field] = text
  }
  return changes
}

export interface FieldError {
  field: string
  message: string
}

const PREFIX = "values."

/** The field that was refused, and the server's words about it. */
export function fieldError(error: unknown): FieldError | null {
  if (!isProblem(error, "kit.bad_field")) return null
  const { field, message } = error.facts
  if (typeof field !== "string" || typeof message !== "string") return null
  return { field: field.startsWith(PREFIX) ? field.slice(PREFIX.length) : field, message }
}
