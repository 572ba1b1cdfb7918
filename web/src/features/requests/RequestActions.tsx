/** What each side may do with an open request; what cannot be taken back is asked twice. */
import { Button } from "@/ui/layout/Button"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import type { PaymentRequest } from "@/api/types"
import { formatMoney } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"

type Verb = "decline" | "remind" | "cancel"
interface Props {
  request: PaymentRequest
}

const CALLS = {
  decline: (id: string) => ask(api.POST("/requests/{id}/decline", { params: { path: { id } } })),
  remind: (id: string) => ask(api.POST("/requests/{id}/remind", { params: { path: { id } } })),
  cancel: (id: string) => ask(api.POST("/requests/{id}/cancel", { params: { path: { id } } })),
} as const satisfies Record<Verb, (id: string) => Promise<PaymentRequest>>

function useAct({ request }: Props, verb: Verb, onDone?: () => void) {
  const { t } = useTranslation("requests")
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => CALLS[verb](request.id),
    onSuccess: (after) => {
      cache.setQueryData(["requests", "one", request.id], after)
      onDone?.()
      toast({ text: t(`did.${verb}`, { name: request.other?.name ?? "" }), tone: "good" })
    },
    // Also after a refusal: the other side may have been quicker.
    onSettled: () => cache.invalidateQueries({ queryKey: ["requests"] }),
  })
}

export function Answer({ request }: Props) {
  const { t, i18n } = useTranslation("requests")
  const navigate = useNavigate()
  const amount = formatMoney(request.amount, i18n.language, { trim: true })
  return (
    <>
      <AskTwice request={request} verb="decline" />
      <Button
        size="large"
        onClick={() => void navigate({ to: "/requests/$id/pay", params: { id: request.id } })}
      >
        {t("act.pay", { amount })}
      </Button>
    </>
  )
}

export function AskerActions({ request }: Props) {
  const { t } = useTranslation("requests")
  const reminding = useAct({ request }, "remind")
  return (
    <>
      <ProblemNote error={reminding.error} />
      <AskTwice request={request} verb="cancel" />
      <Button
        size="large"
        startIcon={<Icon name="bell" />}
        loading={reminding.isPending}
        onClick={() => reminding.mutate()}
      >
        {t("act.remind", { name: request.other?.name ?? "" })}
      </Button>
    </>
  )
}

function AskTwice({ request, verb }: Props & { verb: "decline" | "cancel" }) {
  const { t, i18n } = useTranslation("requests")
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const act = useAct({ request }, verb, close)
  const words = {
    name: request.other?.name ?? "",
    amount: formatMoney(request.amount, i18n.language, { trim: true }),
  }
  return (
    <>
      <Button variant="outlined" size="large" color="inherit" onClick={() => setOpen(true)}>
        {t(`act.${verb}`)}
      </Button>
      <ConfirmSheet
        open={isOpen}
        title={t(`sure.${verb}_title`)}
        body={t(`sure.${verb}_body`, words)}
        confirm={t(`sure.${verb}`)}
        tone="danger"
        busy={act.isPending}
        error={act.error}
        onConfirm={() => act.mutate()}
        onClose={close}
      />
    </>
  )
}
