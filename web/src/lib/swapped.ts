/** A list with one of its items behind the one that follows it; the same list where there is none. */
export function swapped<T>(items: readonly T[], at: number): T[] {
  const [before, after] = items.slice(Math.max(at, 0), Math.max(at, 0) + 2)
  if (at < 0 || before === undefined || after === undefined) return [...items]
  return [...items.slice(0, at), after, before, ...items.slice(at + 2)]
}
