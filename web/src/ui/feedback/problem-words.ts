/** A problem in the person's language: by its code, else in the server's own words. */
import { useTranslation } from "react-i18next"
import { ApiProblem } from "@/api/problem"
import { formatMoney, type Amount } from "@/lib/money"
import { formatMoment } from "@/lib/time"

/** "no": nothing moved. "unknown": nobody knows yet. "auto": judged by the problem. */
export type MoneyMoved = "no" | "unknown" | "auto"

export interface ProblemWords {
  what: string
  money: string | null
  todo: string | null
  /** For the person who helps. */
  requestId: string | null
}

function isAmount(fact: unknown): fact is Amount {
  return typeof fact === "object" && fact !== null && "minor" in fact && "currency" in fact
}

/** Facts become words: money is formatted, times too. */
function spoken(facts: Record<string, unknown>, language: string): Record<string, unknown> {
  const say = (fact: unknown) => {
    if (isAmount(fact)) return formatMoney(fact, language, { trim: true })
    if (typeof fact === "string" && /^\d{4}-\d\d-\d\dT/.test(fact)) return formatMoment(fact, language)
    return fact
  }
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, say(fact)]))
}

export function useProblemWords(error: unknown, money?: MoneyMoved): ProblemWords | null {
  // Fetched beside the screen, not before it: most screens never need these words.
  const { t, i18n, ready } = useTranslation(["errors", "app"], { useSuspense: false })
  if (!error || !ready) return null
  const problem = error instanceof ApiProblem ? error : new ApiProblem({ code: "web.unexpected" })
  const key = problem.code.replaceAll(".", "_")
  // Keys come from the server's codes, which the compiler cannot know.
  const say = t as unknown as (key: string, values: Record<string, unknown>) => string
  const minutes = Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 60) / 60))
  const values = { minutes, count: minutes, ...spoken(problem.facts, i18n.language) }
  const ours = i18n.exists(`errors:${key}.what`)
  const name = problem.status >= 500 ? "web_server" : "web_unexpected"
  const plain = i18n.exists(`errors:${name}.what`)
    ? say(`${name}.what`, values)
    : // Even the words for it could not be fetched.
      t("app:problem.lost")
  const fallback = problem.message || plain
  const todo = i18n.exists(`errors:${key}.todo`) ? say(`${key}.todo`, values) : problem.todo
  return {
    what: ours ? say(`${key}.what`, values) : fallback,
    money: moneyWords(money, problem, (moved) => t(`app:money.${moved}`)),
    todo: todo || null,
    requestId: problem.requestId,
  }
}

function moneyWords(
  money: MoneyMoved | undefined,
  problem: ApiProblem,
  say: (moved: "no" | "unknown") => string,
): string | null {
  if (!money) return null
  if (money !== "auto") return say(money)
  return say(problem.isRefusal || problem.status === 429 ? "no" : "unknown")
}
