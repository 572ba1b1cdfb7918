/** How others see the person, and where she is. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { useChangeMe, useMe } from "@/api/me"
import type { Profile } from "@/api/types"
import { formatPhone } from "@/lib/countries"
import { LANGUAGES, isLanguage } from "@/lib/languages"
import { speak } from "@/lib/i18n"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Form } from "@/ui/layout/Form"
import { Text } from "@/ui/layout/Text"
import { PinSheet } from "@/ui/money/PinSheet"
import { PhotoEditor } from "./PhotoEditor"

export default function ProfileScreen() {
  const { t } = useTranslation("identity")
  const me = useMe()
  return (
    <Screen title={t("profile.title")} back="/you">
      {me.isPending && <RowsSkeleton rows={3} />}
      {me.isError && !me.data && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
      {me.data && (
        <>
          <PhotoEditor me={me.data} />
          <ProfileForm key={me.data.id} me={me.data} />
        </>
      )}
    </Screen>
  )
}

/** "asha" and "asha@batua" mean the same. */
function wholeHandle(typed: string): string {
  const text = typed.trim().toLowerCase()
  return !text || text.includes("@") ? text : `${text}@batua`
}

function ProfileForm({ me }: { me: Profile }) {
  const { t } = useTranslation("identity")
  const [draft, setDraft] = useState({
    name: me.name,
    email: me.email ?? "",
    handle: me.handle ?? "",
    language: me.language,
    time_zone: me.time_zone,
  })
  const change = useChangeMe()
  const put = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const handle = wholeHandle(draft.handle)
  const changes = {
    ...(draft.name.trim() !== me.name && { name: draft.name.trim() }),
    ...(draft.email.trim() !== (me.email ?? "") && { email: draft.email.trim() || null }),
    ...(handle !== (me.handle ?? "") && { handle }),
    ...(draft.language !== me.language && { language: draft.language }),
    ...(draft.time_zone !== me.time_zone && { time_zone: draft.time_zone }),
  }
  const [isAsking, setAsking] = useState(false)
  const save = (proof?: string) => {
    change.mutate(
      { ...changes, proof },
      {
        onSuccess: (saved) => {
          if (isLanguage(saved.language)) void speak(saved.language)
          toast({ text: t("profile.saved"), tone: "good" })
        },
        onSettled: () => setAsking(false),
      },
    )
  }
  // An e-mail can be signed in with, so that it takes the PIN to change it.
  const submit = () => ("email" in changes ? setAsking(true) : save())
  return (
    <>
      <Form onSubmit={submit}>
        <Field
          label={t("details.name")}
          value={draft.name}
          onChange={(event) => put({ name: event.target.value })}
          autoComplete="name"
          maxLength={100}
        />
        <HandleField value={draft.handle} own={me.handle} onChange={(text) => put({ handle: text })} />
        <Field
          label={t("details.email")}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={draft.email}
          onChange={(event) => put({ email: event.target.value })}
        />
        <SelectField
          label={t("profile.language")}
          hint={t("profile.language_hint")}
          value={draft.language}
          onChange={(language) => put({ language })}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          label={t("profile.zone")}
          hint={t("profile.zone_hint")}
          value={draft.time_zone}
          onChange={(zone) => put({ time_zone: zone })}
          options={zones(me.time_zone)}
        />
        <Card>
          <Text size="small" tone="quiet">
            {t("profile.phone")}
          </Text>
          <Text bold className="tabular">
            {formatPhone(me.phone)}
          </Text>
        </Card>
        <ProblemNote error={change.error} />
        <Button
          size="large"
          type="submit"
          loading={change.isPending}
          disabled={Object.keys(changes).length === 0}
        >
          {t("profile.save")}
        </Button>
      </Form>
      <PinSheet
        open={isAsking}
        purpose={t("profile.pin_for_email")}
        busy={change.isPending}
        onProved={save}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function zones(current: string) {
  const known = Intl.supportedValuesOf("timeZone")
  const all = known.includes(current) ? known : [current, ...known]
  return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))
}

interface HandleProps {
  value: string
  own: string | null | undefined
  onChange: (typed: string) => void
}

const SHORTEST_HANDLE = 3

function HandleField({ value, own, onChange }: HandleProps) {
  const { t } = useTranslation("identity")
  const handle = useDeferredValue(wholeHandle(value))
  const isLong = handle.indexOf("@") >= SHORTEST_HANDLE
  const isAsked = isLong && handle !== own
  const found = useQuery({
    queryKey: ["handle", handle],
    queryFn: () => ask(api.GET("/handles/{handle}", { params: { path: { handle } } })),
    enabled: isAsked,
    retry: false,
  })
  const isTaken = isAsked && found.data?.available === false
  const isFree = isAsked && found.data?.available === true
  return (
    <Field
      label={t("profile.handle")}
      hint={isFree ? t("profile.handle_free", { handle }) : t("profile.handle_hint")}
      error={isTaken ? t("profile.handle_taken") : null}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoCapitalize="off"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
    />
  )
}
