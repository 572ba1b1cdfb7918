/** What was found, by its kind. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Payee, Payment } from "@/api/types"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PaymentRow } from "@/ui/money/PaymentRow"
import { ListRow } from "@/ui/people/ListRow"
import { PersonRow } from "@/ui/people/PersonRow"
import type { PLACES } from "./places"

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Stack as="section" gap={2}>
      <Text as="h2" bold tone="quiet">
        {title}
      </Text>
      <ListCard>{children}</ListCard>
    </Stack>
  )
}

export function People({ people }: { people: Payee[] }) {
  const { t } = useTranslation("search")
  return (
    <Group title={t("people")}>
      {people.map((person) => (
        <li key={person.id}>
          <PersonRow
            person={person}
            to={`/send?payee=${person.id}`}
            end={<Icon name="send" size={20} />}
          />
        </li>
      ))}
    </Group>
  )
}

export function Payments({ payments }: { payments: Payment[] }) {
  const { t } = useTranslation("search")
  return (
    <Group title={t("payments")}>
      {payments.map((payment) => (
        <li key={payment.id}>
          <PaymentRow payment={payment} time="ago" />
        </li>
      ))}
    </Group>
  )
}

export function Places({ places }: { places: (typeof PLACES)[number][] }) {
  const { t } = useTranslation("search")
  return (
    <Group title={t("places_title")}>
      {places.map(({ to, icon, words }) => (
        <li key={to}>
          <ListRow
            to={to}
            start={<Icon name={icon} />}
            title={t(words)}
            end={<Icon name="next" size={20} />}
          />
        </li>
      ))}
    </Group>
  )
}
