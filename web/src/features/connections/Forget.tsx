/** Take away what is kept: asked about first, then the PIN. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { toast } from "@/ui/feedback/toasts"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Button } from "@/ui/layout/Button"
import { PinSheet } from "@/ui/money/PinSheet"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { providerName } from "./names"
import { useActs, type Connection } from "./queries"

export function Forget({ connection, isRail }: { connection: Connection; isRail: boolean }) {
  const { t } = useTranslation("connections")
  const { forget } = useActs(connection.name, isRail)
  const [step, setStep] = useState<"ask" | "pin" | null>(null)
  const name = providerName(connection.name)
  const go = async (proof: string) => {
    // This part of the screen is gone when nothing is kept any more; what follows is said all the same.
    await forget.mutateAsync({ version: connection.version, proof }).then(
      () => toast({ text: t("forget.done"), tone: "good" }),
      () => undefined,
    )
    setStep(null)
  }
  return (
    <>
      <ProblemNote error={forget.error} />
      <Button variant="text" color="error" onClick={() => setStep("ask")}>
        {t("forget.do")}
      </Button>
      <ConfirmSheet
        open={step === "ask"}
        title={t("forget.title", { name })}
        body={t("forget.body")}
        confirm={t("forget.do")}
        tone="danger"
        onConfirm={() => setStep("pin")}
        onClose={() => setStep((now) => (now === "ask" ? null : now))}
      />
      <PinSheet
        open={step === "pin"}
        purpose={t("forget.purpose", { name })}
        busy={forget.isPending}
        onProved={(proof) => void go(proof)}
        onClose={() => setStep((now) => (now === "pin" ? null : now))}
      />
    </>
  )
}
