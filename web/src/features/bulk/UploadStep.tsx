/** The table: a file, or rows that are typed or pasted. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useId, useRef } from "react"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { FieldFrame, fieldLinks } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { asTable, saveTemplate } from "./template"

const FileInput = styled("input")({ display: "none" })
const EXAMPLE = "recipient,amount,note\n+91 98765 43210,12000,May\nravi@batua,9500.50,May"

interface Props {
  text: string
  onText: (text: string) => void
  onTable: (table: Blob) => void
  isBusy: boolean
  error: unknown
}

export function UploadStep({ text, onText, onTable, isBusy, error }: Props) {
  const { t } = useTranslation("bulk")
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <Stack gap={5}>
      <Card>
        <Stack gap={3}>
          <Text>{t("upload.how")}</Text>
          <Stack row wrap gap={3}>
            <Button onClick={() => input.current?.click()} loading={isBusy} startIcon={<Icon name="add" />}>
              {t("upload.choose")}
            </Button>
            <Button variant="outlined" onClick={saveTemplate} startIcon={<Icon name="download" />}>
              {t("upload.template")}
            </Button>
          </Stack>
          <FileInput
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-label={t("upload.choose")}
            data-testid="table"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) onTable(file)
              event.target.value = ""
            }}
          />
        </Stack>
      </Card>
      <Form
        onSubmit={() => {
          if (text.trim()) onTable(asTable(text))
        }}
      >
        <FieldFrame id={id} label={t("upload.paste")} hint={t("upload.paste_hint")}>
          <textarea
            {...fieldLinks(id)}
            rows={5}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={EXAMPLE}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        </FieldFrame>
        <ProblemNote error={error} money="no" />
        <Button size="large" type="submit" disabled={!text.trim()} loading={isBusy}>
          {t("upload.look")}
        </Button>
      </Form>
    </Stack>
  )
}
