/** What may be done with a question beside voting: take it back, or pay again what could not be paid. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { may, retryPayout, takeBack, type Group, type Vote } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Button } from "@/ui/layout/Button"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { Amend } from "./Amend"

interface Props {
  vote: Vote
  group: Group
}

export function AskerMay({ vote, group }: Props) {
  if (vote.status === "open" && vote.is_mine)
    return (
      <>
        {vote.kind === "withdraw" && !group.is_over && <Amend vote={vote} group={group} />}
        <TakeBack vote={vote} group={group} />
      </>
    )
  if (vote.status === "failed" && vote.kind !== "dissolve" && may(group, "retry_payout")) return <PayAgain vote={vote} group={group} />
  return null
}

function TakeBack({ vote, group }: Props) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const taking = useMutation({
    mutationFn: () => takeBack(group.id, vote.id),
    onSuccess: () => setOpen(false),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setOpen(true)}>
        {t("back.go")}
      </Button>
      <ConfirmSheet
        open={isOpen}
        title={t("back.title")}
        body={t("back.body")}
        confirm={t("back.go")}
        tone="danger"
        busy={taking.isPending}
        error={taking.error}
        onConfirm={() => taking.mutate()}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

function PayAgain({ vote, group }: Props) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const paying = useMutation({
    mutationFn: () => retryPayout(group.id, vote.id),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <>
      <ProblemNote error={paying.error} />
      <Button loading={paying.isPending} onClick={() => paying.mutate()}>
        {t("vote.pay_again")}
      </Button>
    </>
  )
}
