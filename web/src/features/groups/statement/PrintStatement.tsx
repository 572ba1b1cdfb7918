/** The statement of a pot as a PDF, for a time that is chosen. */
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { printedStatement, type StatementSought } from "@/api/groups"
import { saveFile } from "@/lib/share"
import { dayOf } from "@/lib/time"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"
import { PERIODS, periodOf, type Period } from "./periods"

export function PrintStatement({ id, sought }: { id: string; sought: StatementSought }) {
  const { t } = useTranslation("groups")
  const [isOpen, setOpen] = useState(false)
  const file = useMutation({
    mutationFn: (period: Period) => printedStatement(id, periodOf(period, dayOf(new Date())), sought),
    onSuccess: (bytes) => {
      saveFile(bytes, "batua-group-statement.pdf")
      setOpen(false)
      toast({ text: t("statement.printed"), tone: "good" })
    },
  })
  return (
    <>
      <Button variant="outlined" startIcon={<Icon name="download" />} onClick={() => setOpen(true)}>
        {t("statement.print")}
      </Button>
      <Sheet open={isOpen} title={t("home.statement")} onClose={() => setOpen(false)}>
        <Text tone="quiet">{t("statement.print_intro")}</Text>
        <ListCard>
          {PERIODS.map((period) => (
            <li key={period}>
              <ListRow
                start={<Icon name="download" />}
                title={t(`statement.${period}`)}
                second={file.isPending && file.variables === period ? t("statement.printing") : undefined}
                onClick={() => {
                  if (!file.isPending) file.mutate(period)
                }}
              />
            </li>
          ))}
        </ListCard>
        <ProblemNote error={file.error} />
      </Sheet>
    </>
  )
}
