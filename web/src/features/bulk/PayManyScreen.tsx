/** Pay many people: a table, a look at each line, the PIN, and off it goes. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { previewTable, sendBatch, type BatchOrder, type Mode, type Preview } from "@/api/bulk"
import { isProblem } from "@/api/problem"
import { wantsPin } from "@/api/use-order"
import { formatMoney, formatNumber } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Screen } from "@/ui/layout/Screen"
import { PinSheet } from "@/ui/money/PinSheet"
import { Earlier } from "./Earlier"
import { PreviewStep } from "./PreviewStep"
import { UploadStep } from "./UploadStep"

export function PayManyScreen() {
  const { t } = useTranslation("bulk")
  const [text, setText] = useState("")
  const looking = useMutation({ mutationFn: previewTable })
  if (looking.data) return <Looked preview={looking.data} onBack={() => looking.reset()} />
  return (
    <Screen title={t("title")} intro={t("intro")} back="/" width="middle">
      <UploadStep
        text={text}
        onText={setText}
        onTable={(table) => looking.mutate(table)}
        isBusy={looking.isPending}
        error={looking.error}
      />
      <Earlier />
    </Screen>
  )
}

/** The lines that can go, by the ids of the people that were recognised. */
function orderOf(preview: Preview, mode: Mode, name: string): BatchOrder {
  const items = preview.lines.flatMap((line) =>
    line.payee && line.amount && line.errors.length === 0
      ? [{ payee: line.payee.id, amount: line.amount, note: line.note }]
      : [],
  )
  return { items, mode, name: name.trim() }
}

function Looked({ preview, onBack }: { preview: Preview; onBack: () => void }) {
  const { t, i18n } = useTranslation("bulk")
  const navigate = useNavigate()
  const [mode, setMode] = useState<Mode>("each")
  const [name, setName] = useState("")
  const [isAskingPin, setAskingPin] = useState(false)
  const sending = useMutation({
    mutationFn: (proof?: string) => sendBatch(orderOf(preview, mode, name), proof),
    onSuccess: (id) => navigate({ to: "/pay-many/$id", params: { id } }),
    onSettled: () => setAskingPin(false),
  })
  const press = () => {
    if (preview.needs_pin) setAskingPin(true)
    else sending.mutate(undefined)
  }
  const amounts = preview.totals
    .filter((sum) => sum.total.minor > 0)
    .map((sum) => formatMoney(sum.total, i18n.language, { trim: true }))
  const words = { amount: amounts.join(" + "), count: preview.good, people: formatNumber(preview.good, i18n.language) }
  const isStopped = preview.good === 0 || (mode === "all" && preview.wrong > 0)
  const needsPin = wantsPin(sending.error)
  return (
    <Screen
      title={t("preview.title")}
      back={onBack}
      width="wide"
      pinned
      actions={
        <Button variant="outlined" onClick={onBack}>
          {t("preview.change")}
        </Button>
      }
      foot={
        <>
          <ProblemNote error={needsPin ? null : sending.error} money={moved(sending.error)} />
          <Button size="large" onClick={press} disabled={isStopped} loading={sending.isPending && !isAskingPin}>
            {preview.good === 0 ? t("preview.none") : t("preview.send", words)}
          </Button>
        </>
      }
    >
      <PreviewStep preview={preview} mode={mode} onMode={setMode} name={name} onName={setName} />
      <PinSheet
        open={isAskingPin || needsPin}
        purpose={t("preview.send", words)}
        busy={sending.isPending}
        onProved={(proof) => sending.mutate(proof)}
        onClose={() => {
          setAskingPin(false)
          sending.reset()
        }}
      />
    </Screen>
  )
}

/** A refusal moved nothing; without an answer nobody knows, and the same order may be given again. */
function moved(problem: unknown): "no" | "unknown" {
  return isProblem(problem) && problem.isRefusal ? "no" : "unknown"
}
