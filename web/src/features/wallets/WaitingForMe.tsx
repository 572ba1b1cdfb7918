/** What waits for an answer: people who asked for money. */
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { waitingQuery } from "@/api/requests"
import { formatMoney } from "@/lib/money"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { Section } from "./Section"

const MOST = 3

export function WaitingForMe() {
  const { t, i18n } = useTranslation("wallets")
  const requests = useQuery(waitingQuery).data ?? []
  if (requests.length === 0) return null
  return (
    <Section title={t("waiting.title")} all="/requests">
      <ListCard>
        {requests.slice(0, MOST).map(({ id, other, amount, note }) => (
          <li key={id}>
            <ListRow
              to={`/requests/${id}`}
              start={other ? <PersonAvatar person={other} /> : <Icon name="request" />}
              title={t("waiting.asks", {
                name: other?.name ?? "",
                amount: formatMoney(amount, i18n.language, { trim: true }),
              })}
              second={note}
              end={<Icon name="next" size={20} />}
            />
          </li>
        ))}
      </ListCard>
    </Section>
  )
}
