/** Pay what is owed with one tap and a last look, or another amount. */
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { MyDues } from "@/api/dues"
import { contribute, type Group } from "@/api/groups"
import { formatMoney, type Amount } from "@/lib/money"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { PinSheet } from "@/ui/money/PinSheet"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { usePinned } from "../use-pinned"

export function PayDues({ group, mine }: { group: Group; mine: MyDues }) {
  const { t, i18n } = useTranslation("dues")
  const [isAsking, setAsking] = useState(false)
  const order = usePinned(
    (amount: Amount, proof) => contribute(group.id, { amount, note: "", plan: planOf(mine) }, proof),
    () => {
      setAsking(false)
      toast({ text: t("pay.done"), tone: "good" })
    },
  )
  const words = { amount: formatMoney(mine.owed, i18n.language, { trim: true }), name: group.name }
  return (
    <Stack gap={2}>
      <Button size="large" onClick={() => setAsking(true)}>
        {t("pay.all", words)}
      </Button>
      <Button variant="text" component={Link} {...{ to: `/groups/${group.id}/contribute` }}>
        {t("pay.other")}
      </Button>
      <ConfirmSheet
        open={isAsking && !order.pin.open}
        title={t("pay.all", words)}
        body={t("pay.body", words)}
        confirm={t("pay.all", words)}
        busy={order.isBusy}
        error={order.problem}
        onConfirm={() => order.give(mine.owed)}
        onClose={() => setAsking(false)}
      />
      <PinSheet {...order.pin} purpose={t("pay.all", words)} />
    </Stack>
  )
}

/** With dues of one plan alone the money is for that plan; else the oldest of all come first. */
function planOf(mine: MyDues): string | null {
  const plans = new Set(mine.open.map((dues) => dues.plan))
  return plans.size === 1 ? ([...plans][0] ?? null) : null
}
