/** Pay a loan back: what is due, all of it, or another amount; with the PIN where it is asked for. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Group, Movement, PayFrom } from "@/api/groups"
import { repay, repayOutside, type Loan, type Repayment } from "@/api/loans"
import { isProblem } from "@/api/problem"
import { formatMoney, parseAmount, type Amount } from "@/lib/money"
import { dayOf } from "@/lib/time"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PinSheet } from "@/ui/money/PinSheet"
import { Sheet } from "@/ui/sheet/Sheet"
import { PayBy } from "../contribute/PayBy"
import { useOutside } from "../use-outside"
import { usePinned } from "../use-pinned"

interface Props {
  group: Group
  loan: Loan
  open: boolean
  onClose: () => void
}
const PARTS = ["due", "all", "other"] as const
type Part = (typeof PARTS)[number]

export function RepaySheet({ group, loan, open, onClose }: Props) {
  const { t, i18n } = useTranslation("loans")
  const [typed, setTyped] = useState("")
  const [payBy, setPayBy] = useState<PayFrom>("wallet")
  const payOutside = useOutside(group.id)
  const say = (amount: Amount) => formatMoney(amount, i18n.language, { trim: true })
  const { sums, hasDue, chosen, setPart } = useChoice(loan)
  const amount = chosen === "other" ? parseAmount(typed, group.currency) : sums[chosen]
  const isTooMuch = amount !== null && amount.minor > loan.payoff.minor
  const order = usePinned<Amount, Repayment | Movement>(
    (what, proof) =>
      payBy === "wallet" ? repay(group.id, loan.id, what, proof) : repayOutside(group.id, loan.id, what),
    (made) => {
      onClose()
      if ("checkout" in made) return payOutside(made)
      toast({ text: t("repay.done"), tone: "good" })
    },
  )
  const words: Record<Part, string> = {
    due: t(loan.due?.is_late ? "repay.late" : "repay.due", { amount: say(sums.due) }),
    all: t("repay.all", { amount: say(sums.all) }),
    other: t("repay.other"),
  }
  const go = amount ? t("repay.go", { amount: say(amount) }) : t("repay.title")
  return (
    <>
      <Sheet open={open && !order.pin.open} title={t("repay.title")} onClose={onClose}>
        <Stack gap={4}>
          <Pills role="group" aria-label={t("repay.how_much")}>
            {PARTS.filter((part) => part !== "due" || hasDue).map((part) => (
              <Pill key={part} type="button" aria-pressed={chosen === part} onClick={() => setPart(part)}>
                {words[part]}
              </Pill>
            ))}
          </Pills>
          {chosen === "other" && (
            <Field
              label={t("repay.how_much")}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              error={isTooMuch ? t("repay.too_much", { amount: say(loan.payoff) }) : null}
            />
          )}
          <PayBy chosen={payBy} onChosen={setPayBy} />
          <Text size="small" tone="quiet">
            {t(chosen === "all" ? "repay.ends" : hasBegun(loan) ? "repay.order" : "repay.early")}
          </Text>
          <ProblemNote error={order.problem} money={moved(order.problem)} />
          <Button
            size="large"
            disabled={!amount || isTooMuch}
            loading={order.isBusy && !order.pin.open}
            onClick={() => amount && order.give(amount)}
          >
            {go}
          </Button>
        </Stack>
      </Sheet>
      <PinSheet {...order.pin} purpose={go} />
    </>
  )
}

/** What is due is not offered when it is all that is left, or when its time has not begun. */
function useChoice(loan: Loan) {
  const hasDue = loan.due !== null && hasBegun(loan) && loan.due.amount.minor < loan.payoff.minor
  const [part, setPart] = useState<Part>(hasDue ? "due" : "all")
  const sums = { due: loan.due?.amount ?? loan.payoff, all: loan.payoff }
  return { sums, hasDue, chosen: part === "due" && !hasDue ? "all" : part, setPart }
}

/** An instalment is owed from the day of the one before; what is paid sooner lowers the loan. */
function hasBegun(loan: Loan): boolean {
  const next = loan.rows.findIndex((row) => !row.is_paid)
  const before = loan.rows[next - 1]
  return before === undefined || before.due_on < dayOf(new Date())
}

/** A refusal moved nothing; without an answer nobody knows, and the same order may be given again. */
function moved(problem: unknown): "no" | "unknown" {
  return isProblem(problem) && problem.isRefusal ? "no" : "unknown"
}
