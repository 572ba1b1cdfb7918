/** For those who verify: who waits, and one person by her number or handle. Each look is logged. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { More } from "@/ui/layout/More"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { CaseCard } from "./CaseCard"
import { foundQuery, waitingQuery, type Case } from "./queries"

export default function DeskScreen() {
  const { t } = useTranslation("kyc")
  const [who, setWho] = useState("")
  return (
    <Screen title={t("desk.title")} intro={t("desk.intro")} back="/you" width="middle">
      <Find onFind={setWho} />
      {who ? <Found who={who} /> : <Waiting />}
    </Screen>
  )
}

function Find({ onFind }: { onFind: (who: string) => void }) {
  const { t } = useTranslation("kyc")
  const [text, setText] = useState("")
  return (
    <Form onSubmit={() => onFind(text.replace(/\s/g, ""))}>
      <Field
        label={t("desk.who")}
        hint={t("desk.who_hint")}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        end={
          <Button type="submit" variant="text">
            {t("desk.find")}
          </Button>
        }
      />
    </Form>
  )
}

function Found({ who }: { who: string }) {
  const { t } = useTranslation("kyc")
  const found = useQuery(foundQuery(who))
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return <Cases items={found.data?.items} none={t("desk.none_found")} />
}

function Waiting() {
  const { t } = useTranslation("kyc")
  const list = useInfiniteQuery(waitingQuery)
  const items = list.data?.pages.flatMap((page) => page.items)
  if (!items && list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <Cases items={items} none={t("desk.none_waiting")} />
      <More
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}

function Cases({ items, none }: { items: Case[] | undefined; none: string }) {
  if (!items) return <RowsSkeleton />
  if (items.length === 0) return <Text tone="quiet">{none}</Text>
  return (
    <Stack gap={3}>
      {items.map((one) => (
        <CaseCard key={one.id} found={one} />
      ))}
    </Stack>
  )
}
