/** Who gets what of the pot, the largest share first; with its whole, so that everybody can add it up. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { splitQuery, type Share, type SplitRule } from "@/api/endings"
import { formatMoney, type Amount } from "@/lib/money"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { faceOf } from "../faces"

interface Props {
  group: string
  rule: SplitRule
}

export function Shares({ group, rule }: Props) {
  const { t, i18n } = useTranslation("groups")
  const split = useInfiniteQuery(splitQuery(group, rule))
  const first = split.data?.pages[0]
  if (!first) return null
  const items = split.data?.pages.flatMap((page) => page.items) ?? []
  const isDone = items.length > 0 && items.every(({ status }) => status !== null)
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t(isDone ? "end.who_got" : "end.who_gets")}
      </Text>
      <Text tone="quiet">{t("end.whole", { amount: formatMoney(first.total, i18n.language, { trim: true }) })}</Text>
      {items.length > 0 && (
        <ListCard>
          {items.map((share) => (
            <li key={share.member_id}>
              <ShareRow share={share} />
            </li>
          ))}
        </ListCard>
      )}
      {split.hasNextPage && (
        <Button variant="outlined" loading={split.isFetchingNextPage} onClick={() => void split.fetchNextPage()}>
          {t("end.more")}
        </Button>
      )}
    </Stack>
  )
}

function ShareRow({ share }: { share: Share }) {
  const { t, i18n } = useTranslation("groups")
  const person = faceOf(share.person)
  const money = (amount: Amount) => formatMoney(amount, i18n.language, { trim: true })
  const second =
    share.status !== null
      ? t(share.status === "succeeded" ? "end.paid" : "end.waits")
      : share.received.minor > 0
        ? t("end.saved_and_received", { saved: money(share.saved), received: money(share.received) })
        : t("end.saved", { saved: money(share.saved) })
  return (
    <ListRow
      start={<PersonAvatar person={person} />}
      title={person.name}
      second={second}
      end={<AmountText amount={share.amount} size="s" trim />}
    />
  )
}
