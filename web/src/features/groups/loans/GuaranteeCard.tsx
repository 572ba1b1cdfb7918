/** Asked to answer for a loan: what that means, and yes or no. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Group } from "@/api/groups"
import { answerGuarantee, type Loan } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PinSheet } from "@/ui/money/PinSheet"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { faceOf } from "../faces"
import { usePinned } from "../use-pinned"

export function GuaranteeCard({ group, loan }: { group: Group; loan: Loan }) {
  const { t, i18n } = useTranslation("loans")
  const [isDeclining, setDeclining] = useState(false)
  const words = {
    name: faceOf(loan.person).name,
    amount: formatMoney(loan.cost.total, i18n.language, { trim: true }),
  }
  const order = usePinned(
    (isYes: boolean, proof) => answerGuarantee(group.id, loan.id, isYes, proof),
    (after) => {
      setDeclining(false)
      const agreed = after.guarantees.find((each) => each.is_mine)?.status === "agreed"
      toast({ text: t(agreed ? "guarantee.agreed" : "guarantee.declined"), tone: "good" })
    },
  )
  return (
    <Card>
      <Stack gap={4}>
        <Text as="h2" size="title">
          {t("guarantee.title", words)}
        </Text>
        <Text>{t("guarantee.means", words)}</Text>
        <Text tone="quiet">{t("guarantee.until", words)}</Text>
        <div>
          <ReadAloud
            text={`${t("guarantee.title", words)} ${t("guarantee.means", words)} ${t("guarantee.until", words)}`}
          />
        </div>
        <ProblemNote error={isDeclining ? null : order.problem} />
        <Stack row gap={3} wrap>
          <Button
            size="large"
            style={{ flex: 1 }}
            loading={order.isBusy && !isDeclining && !order.pin.open}
            onClick={() => order.give(true, true)}
          >
            {t("guarantee.yes")}
          </Button>
          <Button size="large" variant="outlined" color="inherit" style={{ flex: 1 }} onClick={() => setDeclining(true)}>
            {t("guarantee.no")}
          </Button>
        </Stack>
      </Stack>
      <ConfirmSheet
        open={isDeclining}
        title={t("guarantee.no_title", words)}
        body={t("guarantee.no_body", words)}
        confirm={t("guarantee.no")}
        busy={order.isBusy}
        error={order.problem}
        onConfirm={() => order.give(false)}
        onClose={() => setDeclining(false)}
      />
      <PinSheet {...order.pin} purpose={t("guarantee.title", words)} />
    </Card>
  )
}
