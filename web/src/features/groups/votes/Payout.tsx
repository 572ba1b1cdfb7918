/** The bank account to which a payout goes on, how far it has come, and the payee's choice of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { chooseDestination, type PayoutTo, type Vote } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Card } from "@/ui/layout/Card"
import { Mark, type Look } from "@/ui/layout/Mark"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { WhereTo } from "./WhereTo"

const LOOKS: Record<PayoutTo["status"], Look> = {
  chosen: { icon: "clock", colour: "text-secondary" },
  sent: { icon: "clock", colour: "warning-main" },
  arrived: { icon: "check", colour: "success-main" },
  returned: { icon: "warn", colour: "error-main" },
  kept: { icon: "warn", colour: "warning-main" },
}

/** Where it went and whether it is there: a sign, words and a colour that say the same. */
export function PayoutState({ payout }: { payout: PayoutTo }) {
  const { t } = useTranslation("pots")
  const { masked, status } = payout
  return (
    <Card>
      <Stack gap={2} role="status">
        <div>
          <Mark look={LOOKS[status]} chip>
            {t(`out.state.${status}`)}
          </Mark>
        </div>
        <Text className="tabular">{t("out.bank", { masked })}</Text>
        <Text size="small" tone="quiet">
          {t(`out.means.${status}`)}
        </Text>
      </Stack>
    </Card>
  )
}

/** Nothing for what is not paid to somebody, or no further than into the wallet. */
export function Payout({ vote, group }: { vote: Vote; group: string }) {
  return (
    <>
      {vote.payout && <PayoutState payout={vote.payout} />}
      {vote.may_choose_destination && <ChooseWhere vote={vote} group={group} />}
    </>
  )
}

function ChooseWhere({ vote, group }: { vote: Vote; group: string }) {
  const { t } = useTranslation("pots")
  const cache = useQueryClient()
  const choosing = useMutation({
    mutationFn: (id: string) => chooseDestination(group, vote.id, id || null),
    onSuccess: () => toast({ text: t("out.done"), tone: "good" }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const { payout } = vote
  const stands = payout?.destination_id ?? ""
  return (
    <Stack gap={2}>
      <WhereTo
        value={choosing.isPending ? choosing.variables : stands}
        onChange={(id) => choosing.mutate(id)}
        known={payout?.destination_id ? { id: payout.destination_id, masked: payout.masked } : undefined}
      />
      <ProblemNote error={choosing.error} />
    </Stack>
  )
}
