/** Who we are to India's operators, and whether they must know every text message. */
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Schema } from "@/api/types"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Text } from "@/ui/layout/Text"
import { dltQuery, useDlt } from "./templates"

export function DltCard() {
  const found = useQuery(dltQuery)
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return found.data ? <Draft known={found.data} /> : null
}

function Draft({ known }: { known: Schema["DltShape"] }) {
  const { t } = useTranslation("deliveries")
  const [draft, setDraft] = useState(known)
  const keep = useDlt()
  return (
    <Card>
      <Form onSubmit={() => keep.mutate(draft)}>
        <Text as="h2" size="title">
          {t("dlt.title")}
        </Text>
        <Field
          label={t("dlt.entity")}
          value={draft.entity}
          inputMode="numeric"
          maxLength={30}
          onChange={(event) => setDraft({ ...draft, entity: event.target.value.trim() })}
        />
        <Field
          label={t("dlt.header")}
          value={draft.header}
          maxLength={11}
          autoCapitalize="characters"
          onChange={(event) => setDraft({ ...draft, header: event.target.value.trim() })}
        />
        <Pills>
          <Pill
            type="button"
            aria-pressed={draft.is_required}
            onClick={() => setDraft({ ...draft, is_required: !draft.is_required })}
          >
            {t("dlt.required")}
            {draft.is_required && <Icon name="check" size={18} />}
          </Pill>
        </Pills>
        <ProblemNote error={keep.error} />
        <Button type="submit" variant="outlined" loading={keep.isPending}>
          {keep.isSuccess ? t("dlt.kept") : t("templates.keep")}
        </Button>
      </Form>
    </Card>
  )
}
