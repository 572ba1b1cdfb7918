/** What was done about late instalments: each step with its day and its channel, and what comes next. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { stepsQuery, type Loan, type LoanStep } from "@/api/loans"
import { formatMoment } from "@/lib/time"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"

export function Steps({ group, loan }: { group: string; loan: Loan }) {
  const { t, i18n } = useTranslation("loans")
  const { data } = useQuery(stepsQuery(group, loan.id))
  if (!data || (data.taken.length === 0 && !data.planned)) return null
  const { taken, planned } = data
  const said = ({ row, channel }: LoanStep) => t(`steps.${channel}`, { n: row })
  const newest = [...taken].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("steps.title")}
      </Text>
      <ListCard>
        {planned && (
          <li>
            <ListRow
              start={<Icon name="clock" />}
              title={t(`steps.next_${planned.channel}`, { n: planned.row })}
              second={t("steps.not_before", { moment: formatMoment(planned.at, i18n.language) })}
            />
          </li>
        )}
        {newest.map((step) => (
          <li key={`${step.row}.${step.step}`}>
            <ListRow start={<Icon name="check" />} title={said(step)} second={formatMoment(step.at, i18n.language)} />
          </li>
        ))}
      </ListCard>
      <Text size="small" tone="quiet">
        {t("steps.stops")}
      </Text>
    </Stack>
  )
}
