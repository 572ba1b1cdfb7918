/** Put money into the wallet: how much, then on to the provider's own page. */
import { useMutation } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { isProblem } from "@/api/problem"
import { queries } from "@/api/queries"
import { keyFor, spendKey } from "@/lib/idempotency"
import { formatMoney, type Amount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { AmountForm } from "@/ui/money/AmountForm"

/** The same amount again after a lost network is the same top-up: it has the same key. */
async function begin(amount: Amount) {
  const key = keyFor(`top_up:${amount.minor}:${amount.currency}`)
  try {
    const params = { header: { "Idempotency-Key": key } }
    const made = await ask(api.POST("/top-ups", { body: { amount }, params }))
    spendKey(key)
    return made
  } catch (problem) {
    if (isProblem(problem) && problem.isRefusal) spendKey(key)
    throw problem
  }
}

export default function AddMoneyScreen() {
  const { t, i18n } = useTranslation("rails")
  const navigate = useNavigate()
  const adding = useMutation({
    mutationFn: begin,
    onSuccess: async (made) => {
      queries.setQueryData(["top-ups", made.id], made)
      // Whoever comes back with the browser's arrow finds the state, not an empty form.
      await navigate({ to: "/add-money/$id", params: { id: made.id }, replace: true })
      if (made.checkout_url) location.assign(made.checkout_url)
    },
  })
  const button = (amount: Amount | null) =>
    amount ? t("add.submit", { amount: formatMoney(amount, i18n.language, { trim: true }) }) : t("add.submit_empty")
  return (
    <Screen title={t("add.title")} back="/">
      <AmountForm
        label={t("add.label")}
        quick
        submit={button}
        busy={adding.isPending || adding.isSuccess}
        onSubmit={(amount) => adding.mutate(amount)}
      >
        <Text size="small" tone="quiet" centered>
          {t("add.where")}
        </Text>
        <ProblemNote error={adding.error} money="no" />
      </AmountForm>
    </Screen>
  )
}
