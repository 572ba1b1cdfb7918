/** Why a provider said no, in words; what we have no words for is said in general. */
import { useTranslation } from "react-i18next"

const KNOWN = [
  "declined",
  "declined_by_bank",
  "abandoned",
  "expired",
  "amount_mismatch",
  "account_closed",
  "no_such_account",
] as const

export function useRailFailure() {
  const { t } = useTranslation("rails")
  return (failure: string | null) => {
    const known = KNOWN.find((name) => name === failure)
    return known ? t(`failure.${known}`) : null
  }
}
