/** The words of every message: listed, searched, opened; and who we are to India's operators. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LANGUAGES } from "@/lib/languages"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { SearchField } from "@/ui/fields/SearchField"
import { SelectField } from "@/ui/fields/SelectField"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { CodesCard } from "./CodesCard"
import { DltCard } from "./DltCard"
import { CHANNELS } from "./queries"
import { TemplateSheet } from "./TemplateSheet"
import { templatesQuery, type Template } from "./templates"

export function TemplatesScreen() {
  const { t, i18n } = useTranslation("deliveries")
  const [language, setLanguage] = useState(i18n.language.split("-")[0] ?? "en")
  const [channel, setChannel] = useState("sms")
  const [typed, setTyped] = useState("")
  const [open, setOpen] = useState<Template | null>(null)
  const list = useQuery(templatesQuery(language))
  const items = list.data?.items.filter(
    (one) => one.channel === channel && matches(one, typed.trim().toLowerCase()),
  )
  return (
    <Screen title={t("templates.title")} intro={t("templates.intro")} back="/admin/deliveries" width="middle">
      <SelectField
        label={t("templates.language")}
        value={language}
        options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setLanguage}
      />
      <SelectField
        label={t("filter.channel")}
        value={channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={setChannel}
      />
      <SearchField label={t("templates.search")} clear={t("templates.clear")} value={typed} onChange={setTyped} />
      {channel === "sms" && <DltCard />}
      {channel === "sms" && <CodesCard language={language} />}
      {!items && list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.isError && <RowsSkeleton />}
      {items?.length === 0 && <Text tone="quiet">{t("templates.none")}</Text>}
      {items && items.length > 0 && (
        <ListCard>
          {items.map((one) => (
            <li key={one.kind}>
              <Row template={one} onOpen={() => setOpen(one)} />
            </li>
          ))}
        </ListCard>
      )}
      {open && <TemplateSheet key={open.kind} template={open} onClose={() => setOpen(null)} />}
    </Screen>
  )
}

const matches = ({ kind, text, subject, dlt_template }: Template, sought: string) =>
  [kind, kind.replaceAll("_", " "), text, subject, dlt_template].some((one) => one.toLowerCase().includes(sought))

function Row({ template, onOpen }: { template: Template; onOpen: () => void }) {
  const { t } = useTranslation("deliveries")
  const { kind, text, is_changed, dlt_template } = template
  const facts = [text, is_changed && t("templates.changed"), dlt_template && `DLT ${dlt_template}`]
  return (
    <ListRow
      title={<span lang="en">{kind.replaceAll("_", " ")}</span>}
      second={facts.filter(Boolean).join(" · ")}
      onClick={onOpen}
    />
  )
}
