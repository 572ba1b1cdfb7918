/** Orders that were given and not yet answered: on their way, and nobody has to do anything. */
import { Suspense } from "react"
import { useTranslation } from "react-i18next"
import { usePending } from "@/api/orders"
import { formatMoney } from "@/lib/money"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { ListRow } from "@/ui/people/ListRow"

export function UnderwayNotes() {
  const pending = usePending()
  if (pending.length === 0) return null
  // Rare, so home does not wait for its words.
  return (
    <Suspense fallback={null}>
      <Notes pending={pending} />
    </Suspense>
  )
}

function Notes({ pending }: { pending: ReturnType<typeof usePending> }) {
  const { t, i18n } = useTranslation("payments")
  return (
    <ListCard aria-label={t("sending.title")}>
      {pending.map(({ key, kind, label }) => (
        <li key={key}>
          <ListRow
            to={`/sending/${key}`}
            start={<Icon name="clock" />}
            title={t(`sending.${kind}`, {
              amount: formatMoney(label.amount, i18n.language, { trim: true }),
              name: label.name,
            })}
            second={t("sending.we_tell")}
            end={<Icon name="next" size={20} />}
          />
        </li>
      ))}
    </ListCard>
  )
}
