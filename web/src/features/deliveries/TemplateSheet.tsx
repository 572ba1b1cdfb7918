/** One template: its words, how they look on a phone, and what India's operators call it. */
import { useQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "@/lib/settled"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field, FieldFrame, fieldLinks } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"
import { previewQuery, useChange, type Template } from "./templates"

const SETTLE_MS = 300

interface Props {
  template: Template
  onClose: () => void
}

export function TemplateSheet({ template, onClose }: Props) {
  const { t } = useTranslation("deliveries")
  const [text, setText] = useState(template.text)
  const [subject, setSubject] = useState(template.subject)
  const [dlt, setDlt] = useState(template.dlt_template)
  const change = useChange(template)
  const id = useId()
  const isOwn = template.is_changed || text !== template.text || subject !== template.subject
  const keep = (own: boolean) =>
    change.mutate(
      { text: own ? text : null, subject: own ? subject : "", dlt_template: dlt.trim() },
      { onSuccess: onClose },
    )
  const holes = [...template.required, ...template.optional].map((name) => `{${name}}`).join(" ")
  return (
    <Sheet open title={template.kind.replaceAll("_", " ")} onClose={onClose}>
      <Form onSubmit={() => keep(isOwn)}>
        {["email", "push"].includes(template.channel) && (
          <Field
            label={t("templates.subject")}
            value={subject}
            maxLength={200}
            onChange={(event) => setSubject(event.target.value)}
          />
        )}
        <FieldFrame
          id={id}
          label={t("templates.text")}
          hint={template.may_change ? holes && t("templates.holes", { holes }) : t("templates.approved")}
        >
          <textarea
            {...fieldLinks(id)}
            rows={6}
            maxLength={4000}
            value={text}
            lang={template.language}
            readOnly={!template.may_change}
            onChange={(event) => setText(event.target.value)}
          />
        </FieldFrame>
        <Phone template={template} text={text} subject={subject} />
        {template.channel === "sms" && (
          <Field
            label={t("templates.dlt")}
            hint={t("templates.dlt_hint")}
            value={dlt}
            inputMode="numeric"
            maxLength={30}
            onChange={(event) => setDlt(event.target.value)}
          />
        )}
        <ProblemNote error={change.error} />
        <Button type="submit" size="large" loading={change.isPending}>
          {t("templates.keep")}
        </Button>
        {template.is_changed && (
          <Button variant="text" onClick={() => keep(false)}>
            {t("templates.back")}
          </Button>
        )}
      </Form>
    </Sheet>
  )
}

/** As wide as a small phone. */
function Phone({ template, text, subject }: { template: Template; text: string; subject: string }) {
  const { t, i18n } = useTranslation("deliveries")
  const [settledText, settledSubject] = [useSettled(text, SETTLE_MS), useSettled(subject, SETTLE_MS)]
  const shown = useQuery(previewQuery(template, settledText, settledSubject))
  const segments = shown.data?.segments
  return (
    <Stack gap={2} as="section" aria-label={t("templates.preview")}>
      <Text bold size="small">
        {t("templates.preview")}
      </Text>
      {shown.isError && <ProblemNote error={shown.error} />}
      {shown.data && !shown.isError && (
        <Card style={{ maxWidth: 320 }} lang={template.language}>
          {shown.data.subject && <Text bold>{shown.data.subject}</Text>}
          <Text as="div">
            <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{shown.data.text}</span>
          </Text>
        </Card>
      )}
      {segments && !shown.isError && (
        <Text size="small" tone="quiet">
          {t("templates.segments", {
            count: segments.count.toLocaleString(i18n.language),
            units: segments.units.toLocaleString(i18n.language),
            alphabet: segments.alphabet === "gsm_7" ? "GSM-7" : "UCS-2",
          })}
        </Text>
      )}
    </Stack>
  )
}
