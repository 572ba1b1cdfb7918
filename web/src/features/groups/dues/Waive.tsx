/** Let go of a fine: why, and it stands in the log. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { waiveFine, type Dues } from "@/api/dues"
import type { Group } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"

export interface Waiving {
  name: string
  dues: Dues
}

export function Waive({ group, what, onClose }: { group: Group; what: Waiving; onClose: () => void }) {
  const { t, i18n } = useTranslation("dues")
  const cache = useQueryClient()
  const [reason, setReason] = useState("")
  const left = { ...what.dues.fine, minor: what.dues.fine.minor - what.dues.fine_paid.minor }
  const words = { amount: formatMoney(left, i18n.language, { trim: true }), name: what.name }
  const waiving = useMutation({
    mutationFn: () => waiveFine(group.id, what.dues.id, reason.trim()),
    onSuccess: () => {
      toast({ text: t("waive.done"), tone: "good" })
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <Sheet open title={t("waive.title", words)} onClose={onClose}>
      <Text>{t("waive.body", words)}</Text>
      <Form onSubmit={() => waiving.mutate()}>
        <Field
          label={t("waive.reason")}
          hint={t("waive.reason_hint")}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={waiving.error} />
        <Button size="large" type="submit" loading={waiving.isPending}>
          {t("waive.go", words)}
        </Button>
      </Form>
    </Sheet>
  )
}
