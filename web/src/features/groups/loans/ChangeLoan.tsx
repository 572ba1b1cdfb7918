/** Ask the group about a loan that is being paid back: other instalments, savings, guarantors, an end. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { may, type Group } from "@/api/groups"
import { changeLoan, type Loan, type LoanChange, type LoanChangeOrder } from "@/api/loans"
import { formatMoney } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"
import { faceOf } from "../faces"

interface Props {
  group: Group
  loan: Loan
}
const MOST = 60
const COUNTS = Array.from({ length: MOST }, (_, n) => n + 1)

/** What can be asked: savings only where there are some, guarantors only where somebody agreed. */
function changesOf(loan: Loan): LoanChange[] {
  return [
    "restructure",
    ...(loan.borrower_saved.minor > 0 ? ["offset" as const] : []),
    ...(loan.guarantees.some((each) => each.status === "agreed") ? ["call_guarantors" as const] : []),
    "write_off",
  ]
}

export function ChangeLoan({ group, loan }: Props) {
  const { t } = useTranslation("loans")
  const [isOpen, setOpen] = useState(false)
  if (loan.status !== "active" || !may(group, "propose")) return null
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setOpen(true)}>
        {t("change.ask")}
      </Button>
      {isOpen && <Asking group={group} loan={loan} onClose={() => setOpen(false)} />}
    </>
  )
}

function Asking({ group, loan, onClose }: Props & { onClose: () => void }) {
  const { t, i18n } = useTranslation("loans")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const changes = changesOf(loan)
  const [kind, setKind] = useState<LoanChange>("restructure")
  const [count, setCount] = useState(loan.rows.filter((row) => !row.is_paid).length)
  const [reason, setReason] = useState("")
  const asking = useMutation({
    mutationFn: (what: LoanChangeOrder) => changeLoan(group.id, loan.id, what),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const words = {
    name: faceOf(loan.person).name,
    saved: formatMoney(loan.borrower_saved, i18n.language, { trim: true }),
  }
  const ask = () => asking.mutate({ kind, reason: reason.trim(), ...(kind === "restructure" && { count }) })
  return (
    <Sheet open title={t("change.ask")} onClose={onClose}>
      <Stack gap={4}>
        <SelectField
          label={t("change.what")}
          value={kind}
          onChange={(value) => setKind(changes.find((known) => known === value) ?? kind)}
          options={changes.map((value) => ({ value, label: t(`change.${value}`) }))}
        />
        <Text tone="quiet">{t(`change.${kind}_means`, words)}</Text>
        {kind === "restructure" && (
          <SelectField
            label={t("borrow.instalments")}
            value={String(count)}
            onChange={(value) => setCount(Number(value))}
            options={COUNTS.map((n) => ({ value: String(n), label: t(`terms.${loan.period}`, { count: n }) }))}
          />
        )}
        <Field
          label={t("change.reason")}
          hint={t("ask.purpose_hint")}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={asking.error} money="no" />
        <Button size="large" loading={asking.isPending} onClick={ask}>
          {t("ask.go")}
        </Button>
      </Stack>
    </Sheet>
  )
}
