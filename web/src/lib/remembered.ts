/** The few small things this device remembers between visits; none is a secret or personal. */
interface Slot {
  get: () => string | null
  set: (value: string) => void
  forget: () => void
}

/** Storage may be refused or full; Batua then works, and remembers nothing. */
function slot(name: string, storage: () => Storage): Slot {
  const attempt = <T>(act: () => T, otherwise: T) => {
    try {
      return act()
    } catch {
      return otherwise
    }
  }
  return {
    get: () => attempt(() => storage().getItem(name), null),
    set: (value) => attempt(() => storage().setItem(name, value), undefined),
    forget: () => attempt(() => storage().removeItem(name), undefined),
  }
}

const device = () => localStorage
const tab = () => sessionStorage

export const remembered = {
  language: slot("batua.language", device),
  /** Day or night, where it was chosen; read by boot.js too. */
  theme: slot("batua.theme", device),
  /** The id of the person who is signed in here; says that a refresh cookie may exist. */
  person: slot("batua.person", device),
  /** The time zone of the person, for times that are shown before she has been asked for. */
  zone: slot("batua.zone", device),
  /** Orders on their way, see pending-send. */
  pending: slot("batua.pending", device),
  /** The code that is being waited for: the phone may end the tab while the message is read. */
  challenge: slot("batua.challenge", tab),
  /** A key for each open check screen, see idempotency. */
  keys: slot("batua.keys", tab),
} as const
