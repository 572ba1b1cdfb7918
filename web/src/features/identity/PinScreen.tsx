/** Change the payment PIN: with the one that is known, or with the password and a code. */
import { Button } from "@/ui/layout/Button"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { useMe } from "@/api/me"
import { isProblem } from "@/api/problem"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { ScreenSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { PinPad } from "@/ui/money/PinPad"
import { ChoosePin } from "./ChoosePin"
import { PinProof, type Proof } from "./PinProof"

export default function PinScreen() {
  const { t } = useTranslation("identity")
  const me = useMe()
  const [isForgotten, setForgotten] = useState(false)
  const isNew = me.data?.has_pin === false
  const isReset = isForgotten || isNew
  return (
    <Screen
      title={t(isNew ? "pin.title" : "you.pin")}
      intro={t(isReset ? "pin.reset_intro" : "pin.intro")}
      back={isForgotten ? () => setForgotten(false) : "/you"}
    >
      {me.isPending && <ScreenSkeleton />}
      {me.isError && !me.data && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
      {me.data && (isReset ? <ByCode /> : <ByPin onForgotten={() => setForgotten(true)} />)}
    </Screen>
  )
}

type Order = { current_pin: string } | Proof

/** A proof that was refused has to be given again; anything else is about the new PIN. */
const PROOF_REFUSED = /wrong_pin|wrong_password|wrong_code|code_|pin_locked|too_many|pin_missing/

function useChangePin(onRefused: () => void) {
  const { t } = useTranslation("identity")
  const navigate = useNavigate()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Order & { new_pin: string }) => ask(api.POST("/me/pin", { body })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["me"] })
      toast({ text: t("pin.changed"), tone: "good" })
      await navigate({ to: "/you" })
    },
    onError: (error) => {
      if (isProblem(error) && PROOF_REFUSED.test(error.code)) onRefused()
    },
  })
}

function ByPin({ onForgotten }: { onForgotten: () => void }) {
  const { t } = useTranslation("identity")
  const [current, setCurrent] = useState<string | null>(null)
  const change = useChangePin(() => setCurrent(null))
  if (current !== null)
    return (
      <ChoosePin
        busy={change.isPending}
        error={change.error}
        onPin={(pin) => change.mutate({ current_pin: current, new_pin: pin })}
      />
    )
  return (
    <Stack gap={3}>
      <PinPad label={t("pin.current")} onComplete={setCurrent} />
      <ProblemNote error={change.error} />
      <Button variant="text" onClick={onForgotten}>
        {t("pin.forgotten")}
      </Button>
    </Stack>
  )
}

function ByCode() {
  const [proof, setProof] = useState<Proof | null>(null)
  const change = useChangePin(() => setProof(null))
  if (!proof) return <PinProof error={change.error} onProof={setProof} />
  return (
    <ChoosePin
      busy={change.isPending}
      error={change.error}
      onPin={(pin) => change.mutate({ ...proof, new_pin: pin })}
    />
  )
}
