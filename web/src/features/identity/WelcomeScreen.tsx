/** What Batua is, in three lines, and the two ways in. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import type { Service } from "@/ui/theme/colours"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Cloth } from "@/ui/motif/Cloth"

const PROMISES = [
  { service: "send", words: "welcome.send" },
  { service: "request", words: "welcome.ask" },
  { service: "safety", words: "welcome.safe" },
] as const satisfies { service: Service; words: string }[]

const Hero = styled("div")({ display: "grid", gap: 10, padding: "20px 0 12px" })

export default function WelcomeScreen() {
  const { t } = useTranslation("identity")
  const navigate = useNavigate()
  const { then } = useSearch({ from: "/outside" })
  return (
    <Screen
      title={t("welcome.title")}
      hideTitle
      outside
      foot={
        <Stack gap={3}>
          <Button size="large" onClick={() => void navigate({ to: "/register", search: { then } })}>
            {t("welcome.register")}
          </Button>
          <Button
            size="large"
            variant="outlined"
            onClick={() => void navigate({ to: "/sign-in", search: { then } })}
          >
            {t("welcome.sign_in")}
          </Button>
        </Stack>
      }
    >
      <Cloth>
        <Hero>
          <Icon name="wallet" size={40} />
          <Text size="headline" as="p">
            {t("welcome.title")}
          </Text>
          <Text size="large">{t("welcome.intro")}</Text>
        </Hero>
      </Cloth>
      <Stack as="ul" gap={5}>
        {PROMISES.map(({ service, words }) => (
          <Stack key={service} as="li" row gap={4}>
            <ServiceIcon service={service} />
            <Text size="large">{t(words)}</Text>
          </Stack>
        ))}
      </Stack>
    </Screen>
  )
}
