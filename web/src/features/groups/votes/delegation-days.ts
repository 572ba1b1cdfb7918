/** For how long a vote may be given away. */

const USUAL = [7, 14, 30, 60, 90, 180, 365]
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The usual lengths that the rules allow, and the longest of all. */
export function dayChoices(most: number): number[] {
  return [...new Set([...USUAL.filter((days) => days < most), most])]
}

/** So many days from now; a minute less, as the clock of a phone may be ahead of the server's. */
export function untilOf(days: number, now: Date): string {
  return new Date(now.getTime() + days * DAY_MS - MINUTE_MS).toISOString()
}
