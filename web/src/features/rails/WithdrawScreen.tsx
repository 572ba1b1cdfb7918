/** Send money to a bank account: where to, how much, a last look; the phone's "back" goes one back. */
import { Navigate, useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import type { Amount } from "@/lib/money"
import { AccountStep } from "./AccountStep"
import { DestinationStep } from "./DestinationStep"
import { WithdrawAmountStep } from "./WithdrawAmountStep"
import { WithdrawCheckStep } from "./WithdrawCheckStep"
import type { Target } from "./target"

export default function WithdrawScreen() {
  const { step } = useSearch({ from: "/inside/withdraw" })
  const navigate = useNavigate()
  // Account numbers stay in memory: neither an address nor the history may hold them.
  const [target, setTarget] = useState<Target>()
  const [amount, setAmount] = useState<Amount>()
  const go = (next: "account" | "amount" | "check") =>
    void navigate({ to: "/withdraw", search: { step: next } })
  const choose = (chosen: Target) => {
    setTarget(chosen)
    go("amount")
  }
  if (!step) return <DestinationStep onChosen={choose} onNew={() => go("account")} />
  if (step === "account") return <AccountStep known={target} onChosen={choose} />
  if (!target) return <Navigate to="/withdraw" replace />
  if (step === "amount")
    return (
      <WithdrawAmountStep
        target={target}
        initial={amount}
        onAmount={(chosen) => {
          setAmount(chosen)
          go("check")
        }}
      />
    )
  if (!amount) return <Navigate to="/withdraw" replace />
  return <WithdrawCheckStep key={JSON.stringify([target, amount])} target={target} amount={amount} />
}
