/** The settings of a connection: written and never read, tried before they are kept, kept by PIN. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { isProblem } from "@/api/problem"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PinSheet } from "@/ui/money/PinSheet"
import { changesOf, fieldError, isRare } from "./changes"
import { providerName } from "./names"
import { useActs, type Changes, type Connection } from "./queries"
import { SettingField, useSaid } from "./SettingField"
import { TestVerdict } from "./TestVerdict"

const KEEP_HOURS = [0, 1, 24, 72, 168, 336] as const
const DAY_HOURS = 24

interface Props {
  connection: Connection
  isRail: boolean
}

export function KeysForm({ connection, isRail }: Props) {
  const { t } = useTranslation("connections")
  const said = useSaid()
  const [draft, setDraft] = useState<Changes>({})
  const [hours, setHours] = useState(DAY_HOURS)
  const [isProving, setProving] = useState(false)
  const { keep, test } = useActs(connection.name, isRail)
  const values = changesOf(connection, draft)
  const isChanged = Object.keys(values).length > 0
  const replaces = connection.settings.some((one) => one.is_secret && one.is_set && values[one.field])
  const wrong = fieldError(keep.error) ?? fieldError(test.error)
  const write = (field: string, value: string | null | undefined) => {
    // What was found out is about what stood there before.
    keep.reset()
    test.reset()
    setDraft((now) => {
      const rest = Object.fromEntries(Object.entries(now).filter(([name]) => name !== field))
      return value === undefined ? rest : { ...rest, [field]: value }
    })
  }
  const go = (proof: string) =>
    keep.mutate(
      { version: connection.version, values, keepHours: hours, proof },
      {
        onSuccess: () => {
          setDraft({})
          // What was kept is in no memory of this page any more.
          keep.reset()
          toast({ text: t("keys.kept"), tone: "good" })
        },
        onSettled: () => setProving(false),
      },
    )
  const tryOut = () => {
    keep.reset()
    test.mutate(isChanged ? values : null)
  }
  const field = (one: Connection["settings"][number]) => (
    <SettingField
      key={one.field}
      setting={one}
      isKept={connection.source === "kept"}
      draft={draft[one.field]}
      error={wrong?.field === one.field ? wrong.message : null}
      onDraft={(value) => write(one.field, value)}
    />
  )
  const [rare, usual] = [true, false].map((wanted) => connection.settings.filter((one) => isRare(one) === wanted))
  return (
    <Card>
      <Form onSubmit={() => isChanged && setProving(true)}>
        <Stack gap={1}>
          <Text as="h2" size="title">
            {t("keys.title")}
          </Text>
          <Text tone="quiet">{t("keys.help")}</Text>
          {connection.source === "environment" && <Text tone="warn">{t("keys.over_environment")}</Text>}
        </Stack>
        {usual?.map(field)}
        {rare && rare.length > 0 && (
          <details open={wrong ? rare.some((one) => one.field === wrong.field) : undefined}>
            <summary style={{ minHeight: 48, paddingBlock: 12, cursor: "pointer", fontWeight: 650 }}>
              {t("keys.more")}
            </summary>
            <Stack gap={5}>{rare.map(field)}</Stack>
          </details>
        )}
        {replaces && (
          <SelectField
            label={t("keys.window")}
            hint={t("keys.window_help")}
            value={String(hours)}
            options={KEEP_HOURS.map((value) => ({ value: String(value), label: t(`window.${value}`) }))}
            onChange={(value) => setHours(Number(value))}
          />
        )}
        {/* One place, as an empty one takes its gap too. */}
        <div>
          <TestVerdict found={test.data} isTried={isChanged} />
          <ProblemNote error={keep.error ?? test.error} />
        </div>
        {wrong?.field === "values" && <Text tone="bad">{said(wrong.message)}</Text>}
        {isProblem(keep.error, "kit.connection_changed") && <Text>{t("keys.still_here")}</Text>}
        <Stack row wrap gap={3}>
          <Button variant="outlined" loading={test.isPending} onClick={tryOut}>
            {t(isChanged ? "test.draft" : "test.kept")}
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={!isChanged}>
            {t("keys.keep")}
          </Button>
          {isChanged && (
            <Button variant="text" color="inherit" onClick={() => setDraft({})}>
              {t("keys.drop")}
            </Button>
          )}
        </Stack>
      </Form>
      <PinSheet
        open={isProving}
        purpose={t("keys.purpose", { name: providerName(connection.name) })}
        busy={keep.isPending}
        onProved={go}
        onClose={() => setProving(false)}
      />
    </Card>
  )
}
