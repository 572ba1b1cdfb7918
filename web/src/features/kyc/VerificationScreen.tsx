/** One's own verification: ask, see how far it is, take it back, and read what is kept of it. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "@/lib/time"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { mineQuery, useAsk, useTakeBack, WAYS, type Verification, type Way } from "./queries"

export default function VerificationScreen() {
  const { t } = useTranslation("kyc")
  const mine = useQuery(mineQuery)
  const latest = mine.data?.items[0]
  const isOpen = latest?.state === "asked" || latest?.is_good
  return (
    <Screen title={t("title")} intro={t("intro")} back="/you" width="middle">
      {!mine.data && mine.isError && <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />}
      {!mine.data && !mine.isError && <RowsSkeleton rows={1} />}
      {latest && <Standing found={latest} />}
      {mine.data && !isOpen && <Ask isAgain={Boolean(latest)} />}
      <About />
    </Screen>
  )
}

function Standing({ found }: { found: Verification }) {
  const { t, i18n } = useTranslation("kyc")
  const day = (at: string) => formatMoment(at, i18n.language)
  const { state, is_good, confirmed_at, until, reason } = found
  const isOver = state === "confirmed" && !is_good
  return (
    <Card>
      <Stack gap={3}>
        <Stack row gap={3}>
          <Icon name={is_good ? "check" : state === "asked" ? "clock" : "info"} />
          <Text as="h2" size="large" bold>
            {t(`state.${isOver ? "expired" : state}`)}
          </Text>
        </Stack>
        {state === "asked" && <Text>{t("asked_body", { moment: day(found.asked_at), way: t(`way.${found.way}`) })}</Text>}
        {is_good && confirmed_at && <Text>{t("good_body", { moment: day(confirmed_at) })}</Text>}
        {is_good && until && <Text>{t("until", { moment: day(until) })}</Text>}
        {reason && <Text>{t(`reason.${reason}`)}</Text>}
        {state === "withdrawn" && <Text>{t("withdrawn_body")}</Text>}
        {(state === "asked" || is_good) && <TakeBack found={found} />}
      </Stack>
    </Card>
  )
}

function TakeBack({ found }: { found: Verification }) {
  const { t } = useTranslation("kyc")
  const [isAsking, setAsking] = useState(false)
  const { mutateAsync, isPending, error } = useTakeBack()
  const go = async () => {
    await mutateAsync(found.id)
    setAsking(false)
  }
  return (
    <div>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t("take_back.do")}
      </Button>
      <ConfirmSheet
        open={isAsking}
        title={t("take_back.title")}
        body={t(found.is_good ? "take_back.body_good" : "take_back.body")}
        confirm={t("take_back.do")}
        tone="danger"
        busy={isPending}
        error={error}
        onConfirm={() => void go().catch(() => undefined)}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

function Ask({ isAgain }: { isAgain: boolean }) {
  const { t } = useTranslation("kyc")
  const [way, setWay] = useState<Way>("in_person")
  const asking = useAsk()
  return (
    <Card>
      <Form onSubmit={() => asking.mutate(way)}>
        <Text as="h2" size="large" bold>
          {t(isAgain ? "ask.again" : "ask.title")}
        </Text>
        <Text>{t("ask.body")}</Text>
        <SelectField
          label={t("ask.way")}
          value={way}
          onChange={(value) => setWay(value as Way)}
          options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
        <ProblemNote error={asking.error} />
        <Button size="large" type="submit" loading={asking.isPending}>
          {t("ask.do")}
        </Button>
      </Form>
    </Card>
  )
}

const TOLD = ["kept", "not_kept", "seen", "ends"] as const

function About() {
  const { t } = useTranslation("kyc")
  return (
    <Stack gap={3}>
      {TOLD.map((what) => (
        <div key={what}>
          <Text bold>{t(`about.${what}`)}</Text>
          <Text tone="quiet">{t(`about.${what}_body`)}</Text>
        </div>
      ))}
    </Stack>
  )
}
