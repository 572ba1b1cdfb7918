/** Ask for the payment PIN, apart from every amount; hands on the proof, never the PIN. */
import { useMutation } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { isProblem } from "@/api/problem"
import { proveByPin } from "@/api/step-up"
import { formatMoment } from "@/lib/time"
import { ProblemNote } from "../feedback/ProblemNote"
import { Button } from "../layout/Button"
import { Stack } from "../layout/Stack"
import { Text } from "../layout/Text"
import { Sheet } from "../sheet/Sheet"
import { PinPad } from "./PinPad"

interface Props {
  open: boolean
  /** What the PIN is for: "Send ₹500 to Asha". */
  purpose: string
  onProved: (proof: string) => void
  onClose: () => void
  /** The order is on its way. */
  busy?: boolean
}

export function PinSheet({ open, purpose, onProved, onClose, busy }: Props) {
  const { t, i18n } = useTranslation("payments")
  const [attempt, setAttempt] = useState(0)
  const proof = useMutation({
    mutationFn: proveByPin,
    onSuccess: onProved,
    onError: () => setAttempt((count) => count + 1),
  })
  const isBusy = proof.isPending || busy
  const isLocked = isProblem(proof.error, "identity.pin_locked")
  const isMissing = isProblem(proof.error, "identity.pin_missing")
  const wrong = isProblem(proof.error, "identity.wrong_pin") ? proof.error : null
  const close = () => {
    if (isBusy) return
    if (!isLocked) proof.reset()
    onClose()
  }
  const left = wrong && t("pin.wrong", { count: Number(wrong.facts["tries_left"]) })
  return (
    <Sheet open={open} title={t("pin.title")} onClose={close}>
      <Text tone="quiet">{purpose}</Text>
      {isLocked ? (
        <Text tone="bad" bold role="alert">
          {t("pin.locked", { until: lockedUntil(proof.error, i18n.language) })}
        </Text>
      ) : (
        <>
          {!wrong && <ProblemNote error={proof.error} money="no" />}
          <PinPad
            // Each try begins with empty dots.
            key={attempt}
            label={t("pin.label")}
            onComplete={(pin) => proof.mutate(pin)}
            busy={isBusy}
            error={left ?? (proof.error && t("pin.again"))}
          />
        </>
      )}
      <Stack align="center">
        <Button component={Link} {...{ to: "/you/pin" }} variant="text">
          {t(isMissing ? "pin.choose" : "pin.forgot")}
        </Button>
      </Stack>
    </Sheet>
  )
}

function lockedUntil(error: unknown, language: string): string {
  const until = isProblem(error) ? error.facts["until"] : null
  return typeof until === "string" ? formatMoment(until, language) : ""
}
