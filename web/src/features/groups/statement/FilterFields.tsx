/** The filters of a statement; each change is applied at once. */
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { membersQuery, type Group } from "@/api/groups"
import { useSettled } from "@/lib/settled"
import { Field } from "@/ui/fields/Field"
import { SearchField } from "@/ui/fields/SearchField"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { faceOf } from "../faces"
import { MoneyField } from "../fields"
import { typed as typedAmount } from "../typed"
import { KINDS, minorOf, type Filters } from "./filters"

const SETTLE_MS = 350
const OFFERED = 8

interface Props {
  group: Group
  filters: Filters
  onChange: (filters: Filters) => void
}

export function FilterFields(props: Props) {
  const { t } = useTranslation("groups")
  const { filters, onChange } = props
  return (
    <Stack gap={5}>
      <Stack gap={2} role="group" aria-label={t("statement.kind")}>
        <Text bold>{t("statement.kind")}</Text>
        <Pills style={{ flexWrap: "wrap" }}>
          {KINDS.map((kind) => {
            const isChosen = filters.kinds.includes(kind)
            const kinds = isChosen ? filters.kinds.filter((each) => each !== kind) : [...filters.kinds, kind]
            return (
              <Pill key={kind} type="button" aria-pressed={isChosen} onClick={() => onChange({ ...filters, kinds })}>
                {t(`movement.${kind}`)}
              </Pill>
            )
          })}
        </Pills>
      </Stack>
      <Who {...props} />
      {(["from", "to"] as const).map((end) => (
        <Field
          key={end}
          type="date"
          label={t(`statement.${end}`)}
          value={filters[end]}
          onChange={(event) => onChange({ ...filters, [end]: event.target.value })}
        />
      ))}
      {(["min", "max"] as const).map((end) => (
        <Sum key={end} end={end} {...props} />
      ))}
    </Stack>
  )
}

function Sum({ end, group, filters, onChange }: Props & { end: "min" | "max" }) {
  const { t } = useTranslation("groups")
  const [text, setText] = useState(typedAmount(filters[end] ?? 0, group.currency))
  return (
    <MoneyField
      label={t(`statement.${end}`)}
      currency={group.currency}
      value={filters[end] === null && minorOf(text, group.currency) !== null ? "" : text}
      onChange={(value) => {
        setText(value)
        onChange({ ...filters, [end]: minorOf(value, group.currency) })
      }}
    />
  )
}

/** Of ten thousand members some are offered, and the others are found by their names. */
function Who({ group, filters, onChange }: Props) {
  const { t } = useTranslation("groups")
  const [typed, setTyped] = useState("")
  const text = useSettled(typed.trim(), SETTLE_MS)
  const [name, setName] = useState("")
  const found = useInfiniteQuery(membersQuery(group.id, "active", text ? { text } : {}))
  const people = (found.data?.pages[0]?.items ?? []).slice(0, OFFERED)
  const isElsewhere = filters.member !== null && !people.some(({ id }) => id === filters.member)
  return (
    <Stack gap={2} role="group" aria-label={t("statement.who")}>
      <Text bold>{t("statement.who")}</Text>
      <SearchField label={t("members.search")} clear={t("members.clear")} value={typed} onChange={setTyped} />
      <Pills style={{ flexWrap: "wrap" }}>
        {isElsewhere && (
          <Pill type="button" aria-pressed onClick={() => onChange({ ...filters, member: null })}>
            {name}
          </Pill>
        )}
        {people.map(({ id, person }) => {
          const isChosen = id === filters.member
          return (
            <Pill
              key={id}
              type="button"
              aria-pressed={isChosen}
              onClick={() => {
                setName(faceOf(person).name)
                onChange({ ...filters, member: isChosen ? null : id })
              }}
            >
              {faceOf(person).name}
            </Pill>
          )
        })}
      </Pills>
    </Stack>
  )
}
