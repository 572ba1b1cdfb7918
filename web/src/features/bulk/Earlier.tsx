/** The batches of before, the latest first. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { batchesQuery, type Batch } from "@/api/bulk"
import { formatMoment } from "@/lib/time"
import { ListCard } from "@/ui/layout/Card"
import { More } from "@/ui/layout/More"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { ListRow } from "@/ui/people/ListRow"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"

export function Earlier() {
  const { t } = useTranslation("bulk")
  const list = useInfiniteQuery(batchesQuery)
  const batches = list.data?.pages.flatMap((page) => page.items) ?? []
  if (batches.length === 0) return null
  return (
    <Stack gap={3}>
      <Text as="h2" size="title">
        {t("earlier.title")}
      </Text>
      <ListCard>
        {batches.map((batch) => (
          <li key={batch.id}>
            <Row batch={batch} />
          </li>
        ))}
      </ListCard>
      <More
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Stack>
  )
}

function Row({ batch }: { batch: Batch }) {
  const { t, i18n } = useTranslation("bulk")
  const moment = formatMoment(batch.begun_at, i18n.language)
  return (
    <ListRow
      to={`/pay-many/${batch.id}`}
      start={<ServiceIcon service="send" sign="groups" size={48} />}
      title={batch.name || moment}
      second={`${t(`status.${batch.status}`)} · ${t("earlier.sent", { sent: batch.sent, items: batch.items })}`}
      end={batch.sent_totals.map((sum) => (
        <AmountText key={sum.currency} amount={sum} size="s" />
      ))}
    />
  )
}
