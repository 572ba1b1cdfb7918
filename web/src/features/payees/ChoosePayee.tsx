/** Choose a person: those paid before first, then by name, number, handle or code. */
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { keepPayee, payeeSearchQuery, recentPayeesQuery, type Person } from "@/api/payees"
import type { FoundPayee, Payee } from "@/api/types"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Field } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { ListCard } from "@/ui/layout/Card"
import { RoundButton } from "@/ui/layout/RoundButton"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonRow } from "@/ui/people/PersonRow"
import { LookUpRows } from "./LookUpRows"
import { PhoneBookRow } from "./PhoneBookRow"
import { waysToLookUp } from "./who"
import { HOME_COUNTRY } from "@/lib/countries"
import { useSettled } from "@/lib/settled"

type Purpose = "send" | "request"
const TYPING_MS = 250

/** Go on with a person to the amount; a code may already have said how much. */
export function useGoOn(purpose: Purpose) {
  const navigate = useNavigate()
  return (person: Person, found?: FoundPayee) => {
    keepPayee(person)
    const draft = { amount: found?.amount ?? undefined, note: found?.note ?? undefined }
    const to = purpose === "send" ? "/send/$payee" : "/request/$payee"
    void navigate({ to, params: { payee: person.id }, state: { draft } })
  }
}

export function ChoosePayee({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation("payees")
  const [typed, setTyped] = useState("")
  const text = useSettled(typed.trim(), TYPING_MS)
  const goOn = useGoOn(purpose)
  return (
    <Screen title={t(`${purpose}.title`)} back="/">
      <Field
        label={t("search.label")}
        hint={t("search.hint")}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        start={
          <span style={{ paddingInlineStart: 14 }}>
            <Icon name="search" />
          </span>
        }
        end={
          typed && (
            <RoundButton label={t("search.clear")} onClick={() => setTyped("")}>
              <Icon name="close" />
            </RoundButton>
          )
        }
      />
      {typed.trim() ? (
        <Results text={text} typed={typed.trim()} onChosen={goOn} />
      ) : (
        <Beginnings purpose={purpose} onChosen={goOn} onNumber={setTyped} />
      )}
    </Screen>
  )
}

interface Choosing {
  onChosen: (person: Person, found?: FoundPayee) => void
}

function Beginnings(props: Choosing & { purpose: Purpose; onNumber: (phone: string) => void }) {
  const { t } = useTranslation("payees")
  const recent = useQuery(recentPayeesQuery)
  return (
    <>
      <ListCard>
        <li>
          {props.purpose === "send" ? (
            <ListRow
              to="/scan"
              start={<ServiceIcon service="scan" />}
              title={t("ways.scan")}
              second={t("ways.scan_second")}
              end={<Icon name="next" size={20} />}
            />
          ) : (
            <ListRow
              to="/my-qr"
              start={<ServiceIcon service="scan" sign="qr" />}
              title={t("ways.show")}
              second={t("ways.show_second")}
              end={<Icon name="next" size={20} />}
            />
          )}
        </li>
        <PhoneBookRow onNumber={props.onNumber} />
      </ListCard>
      <Stack gap={3}>
        <Text as="h2" size="title">
          {t("recent.title")}
        </Text>
        {recent.isPending && <RowsSkeleton />}
        {recent.data?.length === 0 && (
          <EmptyState picture="people" title={t("recent.none")} body={t("recent.none_body")} />
        )}
        {recent.data && recent.data.length > 0 && (
          <People people={recent.data} onChosen={props.onChosen} />
        )}
      </Stack>
    </>
  )
}

function Results({ text, typed, onChosen }: Choosing & { text: string; typed: string }) {
  const { t } = useTranslation("payees")
  const found = useQuery(payeeSearchQuery(text))
  const people = found.data ?? []
  return (
    <Stack gap={5} aria-live="polite">
      {people.length > 0 && <People people={people} onChosen={onChosen} />}
      <LookUpRows typed={typed} onFound={(payee) => onChosen(payee, payee)} />
      {found.isSuccess && people.length === 0 && waysToLookUp(typed, HOME_COUNTRY).length === 0 && (
        <Text tone="quiet" centered>
          {t("search.none")}
        </Text>
      )}
    </Stack>
  )
}

function People({ people, onChosen }: Choosing & { people: Payee[] }) {
  return (
    <ListCard>
      {people.map((person) => (
        <li key={person.id}>
          <PersonRow
            person={person}
            onClick={() => onChosen(person)}
            end={<Icon name="next" size={20} />}
          />
        </li>
      ))}
    </ListCard>
  )
}
