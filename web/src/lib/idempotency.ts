/** One key for each check screen, kept by the tab, so that an order can be given only once. */
import { remembered } from "./remembered"

type Keys = Record<string, string>

function read(): Keys {
  try {
    return JSON.parse(remembered.keys.get() ?? "{}") as Keys
  } catch {
    return {}
  }
}

/**
 * The key of one order.
 *
 * `order` describes what is about to be done ("send:<payee>:<minor>:<currency>:<note>"). The same
 * description gives the same key until `spendKey` is called, also after the tab was killed and
 * opened again.
 */
export function keyFor(order: string): string {
  const keys = read()
  const key = keys[order] ?? crypto.randomUUID()
  if (!keys[order]) remembered.keys.set(JSON.stringify({ ...keys, [order]: key }))
  return key
}

/** The order was answered for good: doing the same again is a new order with a new key. */
export function spendKey(key: string): void {
  const rest = Object.entries(read()).filter(([, known]) => known !== key)
  remembered.keys.set(JSON.stringify(Object.fromEntries(rest)))
}
