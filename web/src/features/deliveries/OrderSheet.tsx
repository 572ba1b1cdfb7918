/** The channels of one kind in their order, and how long each is waited for. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { OrderedField } from "@/ui/fields/OrderedField"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Form } from "@/ui/layout/Form"
import { Text } from "@/ui/layout/Text"
import { Sheet } from "@/ui/sheet/Sheet"
import { useChangeOrder, type Order } from "./orders"

const SECONDS = [0, 300, 900, 1800, 3600, 21_600, 86_400] as const

interface Props {
  order: Order
  name: string
  onClose: () => void
}

export function OrderSheet({ order, name, onClose }: Props) {
  const { t, i18n } = useTranslation(["orders", "deliveries"])
  const [channels, setChannels] = useState(order.channels)
  const [wait, setWait] = useState(order.confirm_s)
  const change = useChangeOrder(order.kind)
  const done = () => {
    toast({ text: t("kept"), tone: "good" })
    onClose()
  }
  const waits = SECONDS.map((value) => ({ value: String(value), label: t(`seconds.${value}`) }))
  // What was set over HTTP may be another time; it stays as it is until somebody chooses.
  if (!SECONDS.some((one) => one === order.confirm_s))
    waits.push({
      value: String(order.confirm_s),
      label: t("seconds.other", { seconds: order.confirm_s.toLocaleString(i18n.language) }),
    })
  return (
    <Sheet open title={name} onClose={onClose}>
      <Form onSubmit={() => change.mutate({ channels, confirm_s: wait }, { onSuccess: done })}>
        {order.is_alarm && <Text>{t("alarm_help")}</Text>}
        {order.sayable.length === 0 && <Text tone="quiet">{t("unsayable")}</Text>}
        <OrderedField
          label={t("channels")}
          hint={t("channels_hint")}
          chosen={channels}
          options={order.sayable}
          nameOf={(one) => t(`deliveries:channel.${one}`)}
          onChange={setChannels}
        />
        {order.is_alarm && channels.length === 0 && <Text tone="bad">{t("alarm_mute")}</Text>}
        {channels.length > 1 && (
          <SelectField
            label={t("wait")}
            hint={t("wait_help")}
            value={String(wait)}
            options={waits}
            onChange={(value) => setWait(Number(value))}
          />
        )}
        <ProblemNote error={change.error} />
        <Button type="submit" size="large" loading={change.isPending}>
          {t("keep")}
        </Button>
        {order.is_changed && (
          <Button
            variant="text"
            onClick={() => change.mutate({ channels: null, confirm_s: order.confirm_s }, { onSuccess: done })}
          >
            {t("back")}
          </Button>
        )}
      </Form>
    </Sheet>
  )
}
