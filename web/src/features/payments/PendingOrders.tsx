/** Finishes what a killed tab or a lost network left open, and tells how it ended. */
import i18next from "i18next"
import { useNavigate } from "@tanstack/react-router"
import { useEffect } from "react"
import { resume, usePending, type Told } from "@/api/orders"
import { formatMoney } from "@/lib/money"
import type { PendingOrder } from "@/lib/pending-send"
import { toast } from "@/ui/feedback/toasts"

const FIRST_WAIT_MS = 3_000
const LONGEST_WAIT_MS = 60_000

export default function PendingOrders() {
  const count = usePending().length
  const navigate = useNavigate()
  const isNeeded = count > 0
  useEffect(() => {
    if (!isNeeded) return
    const open = (to: string) => void navigate({ to })
    return askUntilAnswered((told) => void tell(told, open))
  }, [isNeeded, navigate])
  return null
}

/** At once, whenever the network comes back, and in between after waits that double. */
function askUntilAnswered(hear: (told: Told) => void): () => void {
  let isOver = false
  let wait = FIRST_WAIT_MS
  let timer = 0
  const again = async () => {
    clearTimeout(timer)
    const told = await resume().catch(() => [])
    told.forEach(hear)
    if (isOver) return
    timer = window.setTimeout(() => void again(), wait)
    wait = Math.min(LONGEST_WAIT_MS, wait * 2)
  }
  const atOnce = () => void again()
  addEventListener("online", atOnce)
  atOnce()
  return () => {
    isOver = true
    clearTimeout(timer)
    removeEventListener("online", atOnce)
  }
}

async function tell({ order, outcome }: Told, open: (to: string) => void): Promise<void> {
  await i18next.loadNamespaces("payments")
  const words = {
    amount: formatMoney(order.label.amount, i18next.language, { trim: true }),
    name: order.label.name,
  }
  const t = i18next.getFixedT(i18next.language, "payments")
  if (outcome.is === "refused") {
    const action = { label: t("pending.again"), act: () => open(placeToRetry(order)) }
    toast({ text: t("pending.refused", words), tone: "bad", action })
    return
  }
  const action = { label: t("pending.see"), act: () => open(outcome.to) }
  toast({ text: t(`pending.${order.kind}`, words), tone: "good", action })
}

function placeToRetry({ kind, request, body }: PendingOrder): string {
  const { payee, payer } = (body ?? {}) as { payee?: string; payer?: string }
  if (kind === "pay_request") return `/requests/${request}`
  if (kind === "send") return `/send/${payee}`
  if (kind === "ask") return `/request/${payer}`
  return kind === "withdraw" ? "/withdraw" : "/add-money"
}
