/** A problem in the person's language: by its code, else in the server's own words. */
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiProblem } from "@/api/problem"
import { catalogOfError } from "@/lib/i18n"
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
  const problem = error instanceof ApiProblem ? error : new ApiProblem({ code: "web.unexpected" })
  const catalog = catalogOfError(problem.code)
  // What can meet anybody is fetched beside the screen, not before it; the rest when it is needed.
  const { t, i18n, ready } = useTranslation(["app", "errors", catalog], { useSuspense: false })
  const isLate = useLate(Boolean(error) && !ready)
  // The server's own words are better than nothing, should ours not come.
  if (!error || !(ready || isLate)) return null
  const key = `${catalog}:${problem.code.replaceAll(".", "_")}`
  // Keys come from the server's codes, which the compiler cannot know.
  const say = t as unknown as (key: string, values: Record<string, unknown>) => string
  const minutes = Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 60) / 60))
  const values = { minutes, count: minutes, ...spoken(problem.facts, i18n.language) }
  const ours = i18n.exists(`${key}.what`)
  const name = `errors:${problem.status >= 500 ? "web_server" : "web_unexpected"}`
  const plain = i18n.exists(`${name}.what`)
    ? say(`${name}.what`, values)
    : // Even the words for it could not be fetched.
      t("problem.lost")
  const fallback = problem.message || plain
  const todo = i18n.exists(`${key}.todo`) ? say(`${key}.todo`, values) : problem.todo
  return {
    what: ours ? say(`${key}.what`, values) : fallback,
    money: moneyWords(money, problem, (moved) => t(`money.${moved}`)),
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

const PATIENCE_MS = 1_500

/** Whether somebody has been kept waiting for too long. */
function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWaiting])
  return isLate
}
