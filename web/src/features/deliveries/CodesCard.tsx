/** What India's operators call the messages that hold codes. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Text } from "@/ui/layout/Text"
import { codesQuery, useCodeDlt, type CodeTemplate } from "./templates"

export function CodesCard({ language }: { language: string }) {
  const { t } = useTranslation("deliveries")
  const found = useQuery(codesQuery(language))
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return null
  return (
    <Card>
      <Text as="h2" size="title">
        {t("codes.title")}
      </Text>
      <Text tone="quiet">{t("codes.intro")}</Text>
      {found.data.items.map((one) => (
        <Code key={`${one.purpose} ${language}`} known={one} />
      ))}
    </Card>
  )
}

function Code({ known }: { known: CodeTemplate }) {
  const { t } = useTranslation("deliveries")
  const [draft, setDraft] = useState(known.dlt_template)
  const keep = useCodeDlt(known)
  const isKept = draft.trim() === known.dlt_template
  return (
    <Form onSubmit={() => keep.mutate(draft.trim())}>
      <Field
        label={t(`codes.${known.purpose}`)}
        hint={<span lang={known.language}>{known.text}</span>}
        placeholder={t("codes.empty")}
        value={draft}
        inputMode="numeric"
        maxLength={30}
        onChange={(event) => setDraft(event.target.value)}
        end={
          !isKept && (
            <Button type="submit" variant="text" loading={keep.isPending}>
              {t("templates.keep")}
            </Button>
          )
        }
      />
      <ProblemNote error={keep.error} />
    </Form>
  )
}
