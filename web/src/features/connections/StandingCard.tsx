/** By whose settings it is connected, whether it is well, and what it sent in the last day. */
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { formatNumber } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Mark } from "@/ui/layout/Mark"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import type { Connection, Rail } from "./queries"
import { LOOKS, standingOf } from "./standing"

const ID_END = 4

/** Who did something: she who reads, another by the end of her id, or nobody's session. */
export function useWho() {
  const { t } = useTranslation("connections")
  const me = useMe().data?.id
  return (id: string | null) => {
    if (id === null) return t("by.command")
    return id === me ? t("by.you") : t("by.other", { id: id.slice(-ID_END) })
  }
}

export function StandingCard({ connection, rail }: { connection: Connection; rail?: Rail }) {
  const { t, i18n } = useTranslation("connections")
  const who = useWho()
  const standing = standingOf(connection)
  const { trouble, changed_at, changed_by } = connection
  return (
    <Card>
      <Stack gap={3}>
        <Stack gap={1} align="start">
          <Mark look={LOOKS[standing]} chip>
            {t(`standing.${standing}`)}
          </Mark>
          <Text tone="quiet">{t(`standing_help.${standing}`)}</Text>
          {trouble && (
            <Text tone="bad" bold lang="en">
              {trouble}
            </Text>
          )}
        </Stack>
        {rail && <Doings rail={rail} />}
        {changed_at && (
          <Text size="small" tone="quiet">
            {t("changed", { moment: formatMoment(changed_at, i18n.language), who: who(changed_by) })}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Doings({ rail: { is_well, traffic } }: { rail: Rail }) {
  const { t, i18n } = useTranslation("connections")
  const say = (count: number) => formatNumber(count, i18n.language)
  return (
    <Facts>
      {is_well !== null && (
        <Fact name={t("health.title")}>
          <Text as="span" tone={is_well ? "good" : "bad"} bold>
            {t(is_well ? "health.well" : "health.unwell")}
          </Text>
        </Fact>
      )}
      <Fact name={t("traffic.undecided_title")}>{say(traffic.undecided)}</Fact>
      <Fact name={t("traffic.received_title")}>{say(traffic.received)}</Fact>
      <Fact name={t("traffic.rejected_title")}>{say(traffic.rejected)}</Fact>
      {traffic.last_at && <Fact name={t("traffic.last")}>{formatMoment(traffic.last_at, i18n.language)}</Fact>}
    </Facts>
  )
}
