/** Where the provider leads a payer back to: how her payment stands, with what to show for it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { askLinkCheckout, isUndecided, linkCheckoutQuery } from "@/api/pay-link"
import type { LinkCheckout } from "@/api/types"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Bone } from "@/ui/feedback/Skeletons"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Fact, Facts } from "@/ui/layout/Facts"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { RailState } from "@/ui/money/RailState"

export default function PaidScreen() {
  const { t } = useTranslation("pay-link")
  const { id } = useParams({ from: "/pay-link/$id" })
  const checkout = useQuery(linkCheckoutQuery(id))
  const { data } = checkout
  return (
    <Screen
      title={t("title")}
      hideTitle
      outside
      foot={data && isUndecided(data.status) ? <AskNow checkout={data} /> : undefined}
    >
      {data && <State checkout={data} />}
      {checkout.isPending && <Bone height={320} />}
      {checkout.isError && !data && (
        <ErrorState error={checkout.error} money="unknown" onRetry={() => void checkout.refetch()} />
      )}
    </Screen>
  )
}

/** Money that came and could not be credited is told apart from money that never came. */
function bodyOf({ status, failure }: LinkCheckout) {
  if (failure === "amount_mismatch") return "state.mismatch_body" as const
  if (failure === "wallet_closed") return "state.kept_body" as const
  return `state.${status}_body` as const
}

function State({ checkout }: { checkout: LinkCheckout }) {
  const { t, i18n } = useTranslation("pay-link")
  const { status, amount, name, note, reference, settled_at } = checkout
  return (
    <>
      <RailState
        status={status}
        amount={amount}
        title={t(`state.${status}`)}
        body={t(bodyOf(checkout), { name })}
      />
      <Card style={{ paddingBlock: 4 }}>
        <Facts>
          <Fact name={t("to")}>{name}</Fact>
          {note && <Fact name={t("for")}>{note}</Fact>}
          {status === "succeeded" && settled_at && (
            <Fact name={t("paid_at")}>{formatMoment(settled_at, i18n.language)}</Fact>
          )}
          <Fact name={t("reference")}>
            <span className="tabular">{reference}</span>
          </Fact>
        </Facts>
      </Card>
    </>
  )
}

/** The provider's call may be late or lost: the payer can have us ask. */
function AskNow({ checkout }: { checkout: LinkCheckout }) {
  const { t } = useTranslation("pay-link")
  const cache = useQueryClient()
  const asking = useMutation({
    mutationFn: () => askLinkCheckout(checkout.id),
    onSuccess: (answer) => cache.setQueryData(["pay-link", "checkout", checkout.id], answer),
  })
  return (
    <>
      {checkout.checkout_url && (
        <Button variant="outlined" size="large" href={checkout.checkout_url}>
          {t("open_page")}
        </Button>
      )}
      <ProblemNote error={asking.error} money="unknown" />
      {asking.isSuccess && isUndecided(asking.data.status) && (
        <Text role="status" centered>
          {t("not_yet")}
        </Text>
      )}
      <Button size="large" loading={asking.isPending} onClick={() => asking.mutate()}>
        {t("ask")}
      </Button>
    </>
  )
}
