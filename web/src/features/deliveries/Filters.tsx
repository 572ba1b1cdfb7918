/** What an officer looks for in the delivery log; what is typed is asked for when it is whole. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Pills } from "@/ui/layout/Pill"
import { KINDS } from "./kinds"
import { ALL, CHANNELS, PROVIDERS, STATES, type Wanted } from "./queries"

interface Props {
  wanted: Wanted
  onWanted: (wanted: Wanted) => void
}

export function Filters({ wanted, onWanted }: Props) {
  const { t } = useTranslation("deliveries")
  const [draft, setDraft] = useState(wanted)
  const [isWide, setWide] = useState(false)
  const all = { value: "", label: t("all") }
  const type = (name: keyof Wanted) => (value: string) => setDraft({ ...draft, [name]: value })
  const choose = (name: keyof Wanted) => (value: string) => {
    const next = { ...draft, [name]: value }
    setDraft(next)
    onWanted(next)
  }
  const start = (next: Wanted) => {
    setDraft(next)
    onWanted(next)
  }
  // What is not shown is not asked for either.
  const narrow = () => {
    setWide(false)
    start({ ...ALL, state: draft.state, channel: draft.channel, who: draft.who })
  }
  return (
    <Form onSubmit={() => onWanted(draft)}>
      <SelectField
        label={t("filter.state")}
        value={draft.state}
        onChange={choose("state")}
        options={[all, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <SelectField
        label={t("filter.channel")}
        value={draft.channel}
        onChange={choose("channel")}
        options={[all, ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))]}
      />
      <Typed label={t("filter.person")} hint={t("filter.person_hint")} value={draft.who} onType={type("who")} />
      {isWide && (
        <>
          <Typed label={t("filter.address")} hint={t("filter.whole")} value={draft.to} onType={type("to")} />
          <SelectField
            label={t("filter.kind")}
            value={draft.kind}
            onChange={choose("kind")}
            options={[all, ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
          />
          <SelectField
            label={t("filter.provider")}
            value={draft.provider}
            onChange={choose("provider")}
            options={[all, ...PROVIDERS.map((value) => ({ value, label: t(`provider.${value}`) }))]}
          />
          <Typed
            label={t("filter.reference")}
            hint={t("filter.reference_hint")}
            value={draft.reference}
            onType={type("reference")}
          />
          <Typed label={t("filter.since")} type="date" value={draft.since} onType={type("since")} />
          <Typed label={t("filter.until")} type="date" value={draft.until} onType={type("until")} />
        </>
      )}
      <Pills>
        <Button type="submit">{t("filter.look")}</Button>
        <Button variant="outlined" aria-expanded={isWide} onClick={isWide ? narrow : () => setWide(true)}>
          {t(isWide ? "filter.fewer" : "filter.more")}
        </Button>
        <Button variant="text" onClick={() => start(ALL)}>
          {t("filter.clear")}
        </Button>
      </Pills>
    </Form>
  )
}

interface TypedProps {
  label: string
  hint?: string
  type?: "date"
  value: string
  onType: (value: string) => void
}

function Typed({ onType, ...field }: TypedProps) {
  return <Field {...field} autoComplete="off" onChange={(event) => onType(event.target.value)} />
}
