/** What a payment link asks for, to whoever has it; the secret stands behind the #, which no server sees. */
import { useMutation, useQuery } from "@tanstack/react-query"
import { useLocation, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { glimpseQuery, payByLink } from "@/api/pay-link"
import { queries } from "@/api/queries"
import type { LinkGlimpse } from "@/api/types"
import { formatMoney, parseAmount } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Bone } from "@/ui/feedback/Skeletons"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountPad } from "@/ui/money/AmountPad"
import { AmountText } from "@/ui/money/AmountText"

export default function PayLinkScreen() {
  const { t } = useTranslation("pay-link")
  const { hash } = useLocation()
  return (
    <Screen title={t("title")} hideTitle outside>
      {hash ? (
        <Leads key={hash} secret={hash} />
      ) : (
        <EmptyState picture="letter" title={t("none")} body={t("none_body")} />
      )}
    </Screen>
  )
}

function Leads({ secret }: { secret: string }) {
  const link = useQuery(glimpseQuery(secret))
  if (link.data) return <Link secret={secret} link={link.data} />
  if (link.error) return <ErrorState error={link.error} money="no" onRetry={() => void link.refetch()} />
  return <Bone height={320} />
}

function Link({ secret, link }: { secret: string; link: LinkGlimpse }) {
  const { t } = useTranslation("pay-link")
  const { name, status } = link
  const why = status === "paid" ? "over.paid_body" : "over.body"
  if (status !== "open")
    return <EmptyState picture="letter" title={t(`over.${status}`)} body={t(why, { name })} />
  return <Paying secret={secret} link={link} />
}

function Paying({ secret, link }: { secret: string; link: LinkGlimpse }) {
  const { t, i18n } = useTranslation("pay-link")
  const navigate = useNavigate()
  const { currency } = link.most
  const [typed, setTyped] = useState("")
  // One key an amount: a tap after a lost network leads to the same checkout.
  const [key] = useState(() => crypto.randomUUID())
  const amount = link.amount ?? parseAmount(typed, currency)
  const isOutside = amount !== null && (amount.minor < link.least.minor || amount.minor > link.most.minor)
  const say = (money: typeof link.most) => formatMoney(money, i18n.language, { trim: true })
  const bounds = t("between", { least: say(link.least), most: say(link.most) })
  const paying = useMutation({
    mutationFn: (minor: number) => payByLink(secret, link.amount ? null : minor, `${key}.${minor}`),
    onSuccess: async (made) => {
      queries.setQueryData(["pay-link", "checkout", made.id], made)
      // Whoever comes back with the browser's arrow finds the state, not a form to pay again.
      await navigate({ to: "/pay-link/$id", params: { id: made.id }, replace: true })
      if (made.checkout_url) location.assign(made.checkout_url)
    },
  })
  return (
    <Form
      onSubmit={() => {
        if (amount && !isOutside && !paying.isPending) paying.mutate(amount.minor)
      }}
    >
      <Card>
        <Stack align="center" gap={3}>
          <Text as="h2" size="title" centered>
            {t(link.amount ? "asks" : "asks_any", { name: link.name })}
          </Text>
          {link.amount && <AmountText amount={link.amount} size="xl" />}
          {link.note && (
            <Text centered>
              {t("for")}: {link.note}
            </Text>
          )}
        </Stack>
      </Card>
      {!link.amount && (
        <AmountPad
          label={t("how_much")}
          value={typed}
          onChange={setTyped}
          currency={currency}
          hint={bounds}
          error={isOutside ? bounds : null}
        />
      )}
      <Text>{t("where")}</Text>
      <Text bold>{t("known")}</Text>
      <ProblemNote error={paying.error} money="no" />
      <Button
        type="submit"
        size="large"
        disabled={!amount || isOutside}
        loading={paying.isPending || paying.isSuccess}
      >
        {amount ? t("pay", { amount: say(amount) }) : t("pay_empty")}
      </Button>
      <Text size="small" tone="quiet" centered>
        {t("until", { moment: formatMoment(link.expires_at, i18n.language) })}
      </Text>
    </Form>
  )
}
