/** My vote: yes, no, or neither; with the PIN when the money asks for it. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { castVote, type Choice, type Group, type Vote } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { PinSheet } from "@/ui/money/PinSheet"
import { Sheet } from "@/ui/sheet/Sheet"
import { useTitle } from "./vote-words"
import { usePinned } from "../use-pinned"

interface Props {
  vote: Vote
  group: Group
  /** She has voted, and may think again while the vote is open. */
  isAgain?: boolean
}

export function CastVote({ vote, group, isAgain }: Props) {
  const { t } = useTranslation("groups")
  const title = useTitle()(vote)
  const [isRefusing, setRefusing] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState("")
  const order = usePinned(
    ({ choice, reason }: { choice: Choice; reason: string }, proof) =>
      castVote(group.id, vote.id, { version: vote.version, choice, reason }, proof),
    () => {
      setRefusing(false)
      setOpen(false)
      toast({ text: t("cast.done"), tone: "good" })
    },
  )
  if (isAgain && !isOpen)
    return (
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t("cast.again", { choice: t(`choice.${vote.mine ?? "abstain"}`) })}
      </Button>
    )
  const press = (choice: Choice) =>
    order.give({ choice, reason: choice === "no" ? reason.trim() : "" }, vote.needs_pin)
  return (
    <Stack gap={3}>
      <ProblemNote error={isRefusing ? null : order.problem} />
      <Stack row gap={3}>
        <Button
          size="large"
          color="success"
          style={{ flex: 1 }}
          startIcon={<Icon name="check" />}
          loading={order.isBusy && !isRefusing && !order.pin.open}
          onClick={() => press("yes")}
        >
          {t("cast.yes")}
        </Button>
        <Button
          size="large"
          color="error"
          variant="outlined"
          style={{ flex: 1 }}
          startIcon={<Icon name="close" />}
          onClick={() => setRefusing(true)}
        >
          {t("cast.no")}
        </Button>
      </Stack>
      <Button variant="text" color="inherit" onClick={() => press("abstain")}>
        {t("cast.abstain")}
      </Button>
      <Sheet open={isRefusing && !order.pin.open} title={t("cast.no_title")} onClose={() => setRefusing(false)}>
        <Field
          label={t("cast.why")}
          hint={t("cast.why_hint")}
          maxLength={280}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={order.problem} />
        <Button size="large" color="error" loading={order.isBusy} onClick={() => press("no")}>
          {t("cast.say_no")}
        </Button>
      </Sheet>
      <PinSheet {...order.pin} purpose={t("cast.purpose", { title })} />
    </Stack>
  )
}
