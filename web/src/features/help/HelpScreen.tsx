/** Answers to what people ask first, and a person to talk to. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import { Icon } from "@/ui/icons/Icon"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const QUESTIONS = ["wrong_person", "not_arrived", "lost_phone", "pin", "code", "cheated", "seen"] as const

const Answer = styled("details")({
  borderRadius: 18,
  border: "1px solid var(--batua-palette-divider)",
  background: "var(--batua-palette-background-paper)",
  "& summary": {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: 12,
    minHeight: 60,
    padding: "12px 18px",
    fontWeight: 650,
    cursor: "pointer",
    listStyle: "none",
    borderRadius: 18,
  },
  "& summary::-webkit-details-marker": { display: "none" },
  "& summary svg": { flexShrink: 0, transition: "transform 120ms" },
  "&[open] summary svg": { transform: "rotate(180deg)" },
  "& > p": { padding: "0 18px 18px" },
})

/** The national helpline against fraud with money, the same number all over India. */
const FRAUD_HELPLINE = "1930"

export default function HelpScreen() {
  const { t } = useTranslation("help")
  return (
    <Screen title={t("title")} intro={t("intro")} back={true} width="middle" outside>
      <Stack gap={3}>
        {QUESTIONS.map((question) => (
          <Answer key={question}>
            <summary>
              {t(`${question}.ask`)}
              <Icon name="down" size={20} />
            </summary>
            <Text>{t(`${question}.answer`)}</Text>
          </Answer>
        ))}
      </Stack>
      <Card>
        <Stack gap={3} align="start">
          <Text as="h2" size="title">
            {t("person.title")}
          </Text>
          <Text>{t("person.body")}</Text>
          <Button
            href={`tel:${FRAUD_HELPLINE}`}
            variant="outlined"
            startIcon={<Icon name="phone" size={20} />}
          >
            {t("person.call", { number: FRAUD_HELPLINE })}
          </Button>
        </Stack>
      </Card>
    </Screen>
  )
}
