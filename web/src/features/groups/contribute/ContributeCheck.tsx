/** A last look at what goes into the pot. */
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { contribute, type Group } from "@/api/groups"
import { isProblem } from "@/api/problem"
import { formatMoney } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { PinSheet } from "@/ui/money/PinSheet"
import type { Contribution } from "./ContributeScreen"
import { GroupFace } from "../GroupFace"
import { useOutside } from "../use-outside"
import { usePinned } from "../use-pinned"

interface Props {
  group: Group
  what: Contribution
  onBack: () => void
}

export function ContributeCheck({ group, what, onBack }: Props) {
  const { t, i18n } = useTranslation(["groups", "pots"])
  const navigate = useNavigate()
  const payOutside = useOutside(group.id)
  const order = usePinned(
    (order: Contribution, proof) => contribute(group.id, order, proof),
    (made) => {
      if (made.checkout) return payOutside(made)
      toast({ text: t("contribute.done"), tone: "good" })
      return navigate({ to: "/groups/$id", params: { id: group.id }, replace: true })
    },
  )
  const isOutside = what.pay_by === "checkout"
  const words = { amount: formatMoney(what.amount, i18n.language, { trim: true }), name: group.name }
  return (
    <Screen
      title={t("contribute.check")}
      back={onBack}
      pinned
      foot={
        <>
          <ProblemNote error={order.problem} money={moved(order.problem)} />
          <Button size="large" loading={order.isBusy && !order.pin.open} onClick={() => order.give(what)}>
            {isOutside ? t("pots:by.go", words) : t("contribute.go", words)}
          </Button>
        </>
      }
    >
      <Card>
        <Stack align="center" gap={4}>
          <GroupFace name={group.name} picture={group.picture_url} size={88} />
          <Text as="h2" size="title" centered>
            {group.name}
          </Text>
          <AmountText amount={what.amount} size="xl" />
          {what.note && <Text centered>{what.note}</Text>}
        </Stack>
      </Card>
      <Text tone="quiet" centered>
        {t("contribute.means")} {isOutside && t("pots:by.where")}
      </Text>
      <PinSheet {...order.pin} purpose={t("contribute.go", words)} />
    </Screen>
  )
}

/** A refusal moved nothing; without an answer nobody knows, and the same order may be given again. */
function moved(problem: unknown): "no" | "unknown" {
  return isProblem(problem) && problem.isRefusal ? "no" : "unknown"
}
