/** One link: its code to show, its address to share, and what has come by it. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { cameQuery, cancelLink, linkQuery } from "@/api/payment-links"
import type { PaymentLink } from "@/api/types"
import { shareText } from "@/lib/share"
import { formatMoment } from "@/lib/time"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card, ListCard } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { More } from "@/ui/layout/More"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { CodePaper } from "@/ui/money/CodePaper"
import { PaymentRow } from "@/ui/money/PaymentRow"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { LinkStatus } from "./LinkStatus"
import { useAsked } from "./asked"

export default function LinkScreen() {
  const { t } = useTranslation("payment-links")
  const { id } = useParams({ from: "/inside/payment-links/$id" })
  const query = useQuery(linkQuery(id))
  const link = query.data
  return (
    <Screen title={t("one.title")} back="/payment-links">
      {link ? (
        <>
          <AgeMark at={query.dataUpdatedAt} stale={query.isError} />
          {link.status === "open" && <Code link={link} />}
          <About link={link} />
          <Came id={id} />
          {link.status === "open" && <Cancel link={link} />}
        </>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Bone height={420} />
      )}
    </Screen>
  )
}

function Code({ link }: { link: PaymentLink }) {
  const { t, i18n } = useTranslation("payment-links")
  const asked = useAsked()
  const share = async () => {
    const shared = await shareText(t("one.text", { what: asked(link), link: link.link }))
    if (shared === "copied") toast({ text: t("one.copied"), tone: "good" })
  }
  return (
    <Stack gap={4}>
      <CodePaper svg={link.qr_svg} label={t("one.code")} lead={t("one.scan")}>
        <Text size="title">{asked(link)}</Text>
        {link.note && <Text>{link.note}</Text>}
        <Text size="small">{t("one.until", { moment: formatMoment(link.expires_at, i18n.language) })}</Text>
      </CodePaper>
      <Text size="small" tone="quiet" style={{ overflowWrap: "anywhere" }} data-testid="payment-link">
        {link.link}
      </Text>
      <Button size="large" startIcon={<Icon name="share" />} onClick={() => void share()}>
        {t("one.share")}
      </Button>
    </Stack>
  )
}

function About({ link }: { link: PaymentLink }) {
  const { t, i18n } = useTranslation("payment-links")
  return (
    <Card style={{ paddingBlock: 4 }}>
      <Facts>
        <Fact name={t("one.received")}>
          <AmountText amount={link.received} size="m" />
        </Fact>
        <Fact name={t("one.how_often")}>{t(link.is_once ? "one.once" : "one.many")}</Fact>
        <Fact name={t("one.made_at")}>{formatMoment(link.created_at, i18n.language)}</Fact>
        <Fact name={t("one.ends_at")}>{formatMoment(link.expires_at, i18n.language)}</Fact>
        <Fact name={t("one.title")}>
          <LinkStatus status={link.status} />
        </Fact>
      </Facts>
    </Card>
  )
}

function Came({ id }: { id: string }) {
  const { t } = useTranslation("payment-links")
  const list = useInfiniteQuery(cameQuery(id))
  const payments = list.data?.pages.flatMap((page) => page.items) ?? []
  if (payments.length === 0) return null
  return (
    <Stack gap={3}>
      <Text as="h2" size="title">
        {t("one.came")}
      </Text>
      <ListCard>
        {payments.map((payment) => (
          <li key={payment.id}>
            <PaymentRow payment={payment} time="ago" />
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

function Cancel({ link }: { link: PaymentLink }) {
  const { t } = useTranslation("payment-links")
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const cancelling = useMutation({
    mutationFn: () => cancelLink(link.id),
    onSuccess: (after) => {
      cache.setQueryData(["payment-links", "one", link.id], after)
      close()
      toast({ text: t("cancelled"), tone: "good" })
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["payment-links"] }),
  })
  return (
    <>
      <Button variant="outlined" size="large" color="inherit" onClick={() => setOpen(true)}>
        {t("one.cancel")}
      </Button>
      <ConfirmSheet
        open={isOpen}
        title={t("sure.title")}
        body={t("sure.body")}
        confirm={t("sure.confirm")}
        tone="danger"
        busy={cancelling.isPending}
        error={cancelling.error}
        onConfirm={() => cancelling.mutate()}
        onClose={close}
      />
    </>
  )
}
