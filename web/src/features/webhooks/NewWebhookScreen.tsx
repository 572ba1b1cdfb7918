/** A new address for an integrator; its secret is shown when it is made, and never again. */
import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Schema } from "@/api/types"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { KindChoices } from "./KindChoices"
import { kindsQuery, useRegister } from "./queries"
import { SecretCard } from "./SecretCard"

export function NewWebhookScreen() {
  const { t } = useTranslation("webhooks")
  const navigate = useNavigate()
  const kinds = useQuery(kindsQuery)
  const register = useRegister()
  const made = register.data
  return (
    <Screen title={made ? t("made") : t("add")} back="/admin/webhooks" width="middle">
      {made && (
        <>
          <SecretCard secret={made.secret} />
          <Button size="large" onClick={() => void navigate({ to: `/admin/webhooks/${made.id}` })}>
            {t("go_on")}
          </Button>
        </>
      )}
      {!made && kinds.isError && <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {!made && kinds.isPending && <RowsSkeleton />}
      {!made && kinds.data && (
        <>
          <Draft
            kinds={kinds.data.items.map(({ kind }) => kind)}
            isBusy={register.isPending}
            onDraft={(draft) => register.mutate(draft)}
            error={register.error}
          />
        </>
      )}
    </Screen>
  )
}

interface DraftProps {
  kinds: string[]
  isBusy: boolean
  error: unknown
  onDraft: (draft: Schema["WebhookEndpointIn"]) => void
}

function Draft({ kinds, isBusy, error, onDraft }: DraftProps) {
  const { t } = useTranslation("webhooks")
  const [url, setUrl] = useState("")
  const [description, setDescription] = useState("")
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <Form onSubmit={() => onDraft({ url: url.trim(), description, kinds: chosen })}>
      <Field
        label={t("field.url")}
        hint={t("field.url_hint")}
        value={url}
        type="url"
        required
        autoComplete="off"
        maxLength={1000}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Field
        label={t("field.description")}
        value={description}
        maxLength={200}
        onChange={(event) => setDescription(event.target.value)}
      />
      <KindChoices kinds={kinds} chosen={chosen} onChosen={setChosen} />
      <ProblemNote error={error} />
      <Button type="submit" size="large" loading={isBusy} disabled={chosen.length === 0}>
        {t("register")}
      </Button>
    </Form>
  )
}
