/** Which channels may reach the person about which matter; security is not in the choice. */
import { useTranslation } from "react-i18next"
import { Icon } from "@/ui/icons/Icon"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { CHANNELS, type Channel, type Wishes } from "./wishes"

const TOPICS = ["payments", "requests", "groups", "loans", "account"] as const

interface Props {
  wishes: Wishes
  onWish: (wishes: Wishes) => void
}

export function Matters({ wishes, onWish }: Props) {
  const { t } = useTranslation("settings")
  const off = wishes.off_in ?? []
  const open = CHANNELS.filter((channel) => !wishes.off.includes(channel))
  const isOn = (topic: string, channel: Channel) =>
    !off.some((one) => one.topic === topic && one.channel === channel)
  const turn = (topic: (typeof TOPICS)[number], channel: Channel) => {
    const others = off.filter((one) => one.topic !== topic || one.channel !== channel)
    onWish({ ...wishes, off_in: isOn(topic, channel) ? [...others, { topic, channel }] : others })
  }
  if (open.length === 0) return null
  return (
    <Stack as="section" gap={4}>
      <Text as="h3" bold>
        {t("matters.title")}
      </Text>
      <Text tone="quiet">{t("matters.security")}</Text>
      {TOPICS.map((topic) => (
        <Stack key={topic} gap={2} role="group" aria-label={t(`matters.${topic}`)}>
          <Text bold size="small">
            {t(`matters.${topic}`)}
          </Text>
          <Pills>
            {open.map((channel) => (
              <Pill
                key={channel}
                type="button"
                aria-pressed={isOn(topic, channel)}
                onClick={() => turn(topic, channel)}
              >
                {t(`reached.${channel}`)}
                {isOn(topic, channel) && <Icon name="check" size={18} />}
              </Pill>
            ))}
          </Pills>
        </Stack>
      ))}
    </Stack>
  )
}
