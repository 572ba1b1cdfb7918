/** Dues whose day has come, on the home of a group: what is left, and the way to pay it. */
import { useTranslation } from "react-i18next"
import type { Group } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { ListCard } from "@/ui/layout/Card"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"

export function DuesNeed({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("dues")
  const { dues } = group.needs
  if (!dues) return null
  return (
    <ListCard>
      <li>
        <ListRow
          to={`/groups/${group.id}/dues`}
          start={<ServiceIcon service="bills" sign="calendar" />}
          title={t("need.title", { amount: formatMoney(dues.left, i18n.language, { trim: true }) })}
          second={
            <Text as="span" size="small" tone="accent" bold>
              {t("need.pay")}
            </Text>
          }
          end={<Icon name="next" size={20} />}
        />
      </li>
    </ListCard>
  )
}
