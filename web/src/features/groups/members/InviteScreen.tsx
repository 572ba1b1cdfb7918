/** Ways in: a link with its code for whoever has it, or one person by number or handle. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, makeInvite, rulesOf, type Group, type InviteOrder } from "@/api/groups"
import { HOME_COUNTRY, isPlausiblePhone, toE164 } from "@/lib/countries"
import { formatNumber } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Screen } from "@/ui/layout/Screen"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { LinkCard } from "./LinkCard"
import { Loaded } from "../Loaded"
import { WaysIn } from "./WaysIn"

const DAYS = [1, 7, 30]
const USES = [1, 10, 50, 500]

export function InviteScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const [way, setWay] = useState<"link" | "person">("link")
  return (
    <Screen title={t("invite.title")} intro={group.data?.name} back={`/groups/${id}`}>
      <Segments
        label={t("invite.way")}
        value={way}
        options={[
          { value: "link", label: t("invite.link") },
          { value: "person", label: t("invite.person") },
        ]}
        onChange={setWay}
      />
      <Loaded query={group} rows={1}>
        {(data) => (
          <>
            <Card>
              <Text size="small">{t(`invite.${whoIsIn(data, way)}`)}</Text>
            </Card>
            {way === "link" ? <ByLink group={data} /> : <ByName group={data} />}
            <WaysIn group={id} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** Where officers decide, an invitation by name is their yes; whoever has a link asks first. */
function whoIsIn(group: Group, way: "link" | "person") {
  const { admission } = rulesOf(group)
  return admission === "officers" && way === "link" ? "link_officers" : (`admission_${admission}` as const)
}

function useInvite(group: Group, onMade?: () => void) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (order: InviteOrder) => makeInvite(group.id, order),
    onSuccess: onMade,
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups", "ways-in", group.id] }),
  })
}

function Days({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = useTranslation("groups")
  return (
    <Pills role="group" aria-label={t("invite.days")}>
      {DAYS.map((value) => (
        <Pill key={value} type="button" aria-pressed={value === days} onClick={() => onChange(value)}>
          {t("unit.days", { count: value })}
        </Pill>
      ))}
    </Pills>
  )
}

function ByLink({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const [days, setDays] = useState(7)
  const [uses, setUses] = useState(10)
  const making = useInvite(group)
  const made = making.data
  if (made?.link && made.qr_svg)
    return <LinkCard name={group.name} link={made.link} svg={made.qr_svg} until={made.invite.expires_at} />
  return (
    <Form onSubmit={() => making.mutate({ days, max_uses: uses, role: "member" })}>
      <Stack gap={2}>
        <Text bold>{t("invite.days")}</Text>
        <Days days={days} onChange={setDays} />
      </Stack>
      <SelectField
        label={t("invite.uses")}
        value={String(uses)}
        onChange={(value) => setUses(Number(value))}
        options={USES.map((value) => ({ value: String(value), label: formatNumber(value, i18n.language) }))}
      />
      <ProblemNote error={making.error} />
      <Button size="large" type="submit" loading={making.isPending}>
        {t("invite.make_link")}
      </Button>
    </Form>
  )
}

/** A number when it reads like one, else a handle. */
function whom(typed: string): Pick<InviteOrder, "phone" | "handle"> | null {
  const text = typed.trim()
  if (/^[+\d\s().\-०-९]+$/.test(text)) {
    const phone = toE164(text, HOME_COUNTRY)
    return isPlausiblePhone(phone) ? { phone } : null
  }
  const handle = text.toLowerCase().replace(/^@/, "")
  if (handle.length < 2) return null
  return { handle: handle.includes("@") ? handle : `${handle}@batua` }
}

function ByName({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const [typed, setTyped] = useState("")
  const [days, setDays] = useState(7)
  const order = whom(typed)
  const making = useInvite(group, () => {
    toast({ text: t("invite.sent"), tone: "good" })
    setTyped("")
  })
  return (
    <Form
      onSubmit={() => {
        if (order && !making.isPending) making.mutate({ ...order, days, max_uses: 1, role: "member" })
      }}
    >
      <Field
        label={t("invite.whom")}
        hint={t("invite.whom_hint")}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Stack gap={2}>
        <Text bold>{t("invite.days")}</Text>
        <Days days={days} onChange={setDays} />
      </Stack>
      <ProblemNote error={making.error} />
      <Button size="large" type="submit" disabled={!order} loading={making.isPending}>
        {t("invite.send")}
      </Button>
    </Form>
  )
}
