/** What a plan asks for next, and the switch that lets it be taken from my wallet by itself. */
import { Switch } from "@/ui/mui/Switch"
import { styled } from "@/ui/theme/styled"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { allowDues, stopDues, type ComingDues } from "@/api/dues"
import type { Group } from "@/api/groups"
import { decimal, formatMoney, parseAmount, symbolOf, typeAmount, type Amount } from "@/lib/money"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Field } from "@/ui/fields/Field"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PinSheet } from "@/ui/money/PinSheet"
import { Sheet } from "@/ui/sheet/Sheet"
import { usePinned } from "../use-pinned"
import { dayName } from "./words"

const Row = styled("div")({ padding: "14px 16px" })

interface Props {
  group: Group
  coming: ComingDues
}

export function Automatic({ group, coming }: Props) {
  const { t, i18n } = useTranslation("dues")
  const [isAsking, setAsking] = useState(false)
  const cache = useQueryClient()
  const { plan, name, amount, due_on, automatic } = coming
  const money = (some: Amount) => formatMoney(some, i18n.language, { trim: true })
  const stop = useMutation({
    mutationFn: () => stopDues(group.id, plan),
    onError: () => toast({ text: t("automatic.not_stopped"), tone: "bad" }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups", "dues", group.id] }),
  })
  const id = `automatic-${plan}`
  return (
    <Row>
      <Stack gap={2}>
        <Stack row justify="space-between" gap={3}>
          <Text bold>{name}</Text>
          <Text className="tabular">{money(amount)}</Text>
        </Stack>
        <Text size="small" tone="quiet">
          {due_on ? t("coming.on", { day: dayName(due_on, i18n.language) }) : t("coming.never")}
        </Text>
        <Stack row justify="space-between" gap={3}>
          <label htmlFor={id}>
            <Text as="span">{t("automatic.label")}</Text>
            <Text as="span" size="small" tone="quiet" style={{ display: "block" }}>
              {automatic ? t("automatic.on", { amount: money(automatic.most) }) : t("automatic.off")}
            </Text>
          </label>
          <Switch
            checked={automatic !== null}
            disabled={stop.isPending}
            onChange={() => (automatic ? stop.mutate() : setAsking(true))}
            slotProps={{ input: { id } }}
          />
        </Stack>
      </Stack>
      {isAsking && <Allow group={group} coming={coming} onClose={() => setAsking(false)} />}
    </Row>
  )
}

function Allow({ group, coming, onClose }: Props & { onClose: () => void }) {
  const { t, i18n } = useTranslation("dues")
  const [typed, setTyped] = useState(decimal(coming.amount).replace(/\.0+$/, ""))
  const most = parseAmount(typed, group.currency)
  const order = usePinned(
    (amount: Amount, proof) => allowDues(group.id, coming.plan, { most: amount }, proof),
    () => {
      toast({ text: t("automatic.done", { name: coming.name }), tone: "good" })
      onClose()
    },
  )
  return (
    <>
      <Sheet
        open={!order.pin.open}
        title={t("automatic.title", { name: coming.name })}
        // It also closes to make room for the PIN.
        onClose={() => {
          if (!order.pin.open) onClose()
        }}
      >
        <Text>{t("automatic.body")}</Text>
        <Form onSubmit={() => most && order.give(most, true)}>
          <Field
            label={t("automatic.most")}
            hint={t("automatic.most_hint")}
            inputMode="decimal"
            autoComplete="off"
            start={<span style={{ paddingInlineStart: 14 }}>{symbolOf(group.currency, i18n.language)}</span>}
            value={typed}
            onChange={(event) => setTyped((before) => typeAmount(event.target.value, group.currency) ?? before)}
          />
          <ProblemNote error={order.problem} />
          <Button size="large" type="submit" disabled={!most} loading={order.isBusy}>
            {t("automatic.go")}
          </Button>
        </Form>
      </Sheet>
      <PinSheet {...order.pin} purpose={t("automatic.title", { name: coming.name })} />
    </>
  )
}
