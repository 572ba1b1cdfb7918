/** What a loan would cost by rules that are being written, the yearly rate first. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { exampleQuery } from "@/api/loans"
import { exponentOf, formatMoney } from "@/lib/money"
import { useSettled } from "@/lib/settled"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { productOf, type ProductDraft } from "./product-draft"
import { Terms } from "./Terms"

const SETTLE_MS = 400
/** In whole units of the currency; less where the rules lend less. */
const LENT = 10_000

export function Example({ draft, currency }: { draft: ProductDraft; currency: string }) {
  const { t, i18n } = useTranslation("loans")
  const product = productOf(draft, currency)
  const lent = LENT * 10 ** exponentOf(currency)
  const minor = product && product.max_minor > 0 ? Math.min(lent, product.max_minor) : lent
  const order = product && { product, amount: { minor, currency }, count: product.max_count }
  // Told apart by its text: each keystroke makes a new object.
  const settled = useSettled(JSON.stringify(order), SETTLE_MS)
  const found = useQuery(exampleQuery(JSON.parse(settled) as typeof order))
  if (!product) return <Text tone="quiet">{t("edit.missing")}</Text>
  const amount = formatMoney({ minor, currency }, i18n.language, { trim: true })
  return (
    <Stack gap={2} aria-live="polite">
      <Text bold>{t("edit.example", { amount })}</Text>
      {found.error ? (
        <ProblemNote error={found.error} />
      ) : (
        found.data && (
          <Terms cost={found.data.cost} rows={found.data.rows} period={product.period} count={product.max_count} />
        )
      )}
    </Stack>
  )
}
