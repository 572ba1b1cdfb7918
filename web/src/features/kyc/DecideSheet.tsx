/** How she was met and until when, or why not: what an officer says with a decision. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"
import { REASONS, useDecide, WAYS, type Case, type Decision, type Reason, type Way } from "./queries"

interface Props {
  found: Case
  act: Decision["act"]
  onClose: () => void
}

const YEARS = ["", "1", "5"] as const

function yearsFromNow(years: string): string | null {
  if (!years) return null
  const end = new Date()
  end.setFullYear(end.getFullYear() + Number(years))
  return end.toISOString()
}

export function DecideSheet({ found, act, onClose }: Props) {
  const { t } = useTranslation("kyc")
  const [how, setHow] = useState<Way>(found.way)
  const [years, setYears] = useState("")
  const reasons: readonly Reason[] = act === "confirm" ? [] : REASONS[act]
  const [reason, setReason] = useState<Reason | undefined>(reasons[0])
  const deciding = useDecide(found.id)
  const go = async () => {
    if (act === "confirm") await deciding.mutateAsync({ act, how, until: yearsFromNow(years) })
    else if (reason) await deciding.mutateAsync({ act, reason })
    onClose()
  }
  return (
    <Sheet open title={t(`desk.${act}.title`, { name: found.person.name })} onClose={onClose}>
      <Form onSubmit={() => void go().catch(() => undefined)}>
        <Text>{t(`desk.${act}.body`)}</Text>
        {act === "confirm" ? (
          <>
            <SelectField
              label={t("desk.how")}
              value={how}
              onChange={(value) => setHow(value as Way)}
              options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
            />
            <SelectField
              label={t("desk.ends")}
              value={years}
              onChange={setYears}
              options={YEARS.map((value) => ({ value, label: t(`desk.years.${value || "none"}`) }))}
            />
          </>
        ) : (
          <SelectField
            label={t("desk.why")}
            value={reason ?? ""}
            onChange={(value) => setReason(value as Reason)}
            options={reasons.map((value) => ({ value, label: t(`desk.reason.${value}`) }))}
          />
        )}
        <ProblemNote error={deciding.error} />
        <Button size="large" type="submit" loading={deciding.isPending} color={act === "withdraw" ? "error" : "primary"}>
          {t(`desk.${act}.do`)}
        </Button>
      </Form>
    </Sheet>
  )
}
