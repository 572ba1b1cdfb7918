/** Hand a receipt on: as a picture, as a PDF, as text, or read aloud. */
import { Button } from "@/ui/layout/Button"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "@/api/files"
import type { Payment } from "@/api/types"
import { shareFile, shareText, type Shared } from "@/lib/share"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"
import type { Receipt } from "./receipt"

type Way = "picture" | "pdf" | "text"
const WAYS: { way: Way; icon: Glyph }[] = [
  { way: "picture", icon: "picture" },
  { way: "pdf", icon: "download" },
  { way: "text", icon: "copy" },
]

interface Props {
  payment: Payment
  receipt: Receipt
}

async function handOn(way: Way, { payment, receipt }: Props): Promise<Shared> {
  const name = `batua-${payment.reference}`
  if (way === "text") return shareText(receipt.text)
  if (way === "pdf") {
    const pdf = await fetchFile(`/payments/${payment.id}/receipt.pdf`)
    return shareFile(pdf, `${name}.pdf`, receipt.kind)
  }
  const { drawReceipt } = await import("./receipt-picture")
  return shareFile(await drawReceipt(receipt), `${name}.png`, receipt.kind)
}

export function ReceiptActions(props: Props) {
  const { t } = useTranslation("payments")
  const [isOpen, setOpen] = useState(false)
  const sharing = useMutation({
    mutationFn: (way: Way) => handOn(way, props),
    onSuccess: (shared) => {
      setOpen(false)
      if (shared === "saved" || shared === "copied") toast({ text: t(`share.${shared}`), tone: "good" })
    },
  })
  return (
    <Stack row wrap justify="center" gap={2}>
      <Button variant="text" startIcon={<Icon name="share" />} onClick={() => setOpen(true)}>
        {t("share.title")}
      </Button>
      <ReadAloud text={props.receipt.aloud} />
      <Sheet open={isOpen} title={t("share.title")} onClose={() => setOpen(false)}>
        <ListCard>
          {WAYS.map(({ way, icon }) => (
            <li key={way}>
              <ListRow
                start={<Icon name={icon} />}
                title={t(`share.${way}`)}
                second={sharing.isPending && sharing.variables === way ? t("share.busy") : undefined}
                onClick={() => {
                  if (!sharing.isPending) sharing.mutate(way)
                }}
              />
            </li>
          ))}
        </ListCard>
        <ProblemNote error={sharing.error} />
      </Sheet>
    </Stack>
  )
}
