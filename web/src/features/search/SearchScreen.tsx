/** One field for people, payments and places. */
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { useSettled } from "@/lib/settled"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Field } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { Screen } from "@/ui/layout/Screen"
import { People, Payments, Places } from "./Found"
import { PLACES, matches } from "./places"

const SETTLE_MS = 250
const SHORTEST = 2

export default function SearchScreen() {
  const { t } = useTranslation("search")
  const [typed, setTyped] = useState("")
  return (
    <Screen title={t("title")} back={true} width="middle">
      <Field
        label={t("field")}
        hint={t("hint")}
        type="search"
        start={
          <span style={{ paddingInlineStart: 14 }}>
            <Icon name="search" />
          </span>
        }
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        enterKeyHint="search"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the field is all that this screen is
        autoFocus
      />
      {typed.trim() ? (
        <Found typed={typed} />
      ) : (
        <EmptyState picture="search" title={t("start.title")} body={t("start.body")} />
      )}
    </Screen>
  )
}

const MOST = 10
// What was searched for is nobody's business afterwards.
const SHARED = { placeholderData: keepPreviousData, gcTime: 0 } as const

function useFound(text: string) {
  const enabled = text.length >= SHORTEST
  const people = useQuery({
    queryKey: ["payees", "search", text],
    queryFn: () => ask(api.GET("/payees", { params: { query: { search: text, limit: MOST } } })),
    enabled,
    ...SHARED,
  })
  const payments = useQuery({
    queryKey: ["payments", "search", text],
    queryFn: () => ask(api.GET("/payments", { params: { query: { text, limit: MOST } } })),
    enabled,
    ...SHARED,
  })
  return {
    people: enabled ? (people.data?.items ?? []) : [],
    payments: enabled ? (payments.data?.items ?? []) : [],
    isLoading: people.isLoading || payments.isLoading,
    isDone: !enabled || (people.isSuccess && payments.isSuccess),
    error: people.error ?? payments.error,
  }
}

function Found({ typed }: { typed: string }) {
  const { t } = useTranslation("search")
  const text = useSettled(typed.trim(), SETTLE_MS)
  const found = useFound(text)
  const places = PLACES.filter((place) => matches(t(place.words), typed))
  const { people, payments, isDone } = found
  const count = places.length + people.length + payments.length
  return (
    <>
      <div role="status" className="hidden-text">
        {isDone && t("count", { count })}
      </div>
      {found.isLoading && <RowsSkeleton rows={3} />}
      <ProblemNote error={found.error} />
      <People people={people} />
      <Payments payments={payments} />
      <Places places={places} />
      {isDone && count === 0 && (
        <EmptyState picture="path" title={t("none.title")} body={t("none.body")} />
      )}
    </>
  )
}
