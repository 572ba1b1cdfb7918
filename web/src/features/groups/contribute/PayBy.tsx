/** Where the money for a pot comes from: the wallet, or a payment page. */
import { useTranslation } from "react-i18next"
import type { PayFrom } from "@/api/groups"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const WAYS: PayFrom[] = ["wallet", "checkout"]

interface Props {
  chosen: PayFrom
  onChosen: (way: PayFrom) => void
}

export function PayBy({ chosen, onChosen }: Props) {
  const { t } = useTranslation("pots")
  return (
    <Stack gap={2}>
      <Text as="span" id="pay-by">
        {t("by.label")}
      </Text>
      <Pills role="group" aria-labelledby="pay-by">
        {WAYS.map((way) => (
          <Pill key={way} type="button" aria-pressed={chosen === way} onClick={() => onChosen(way)}>
            {t(`by.${way}`)}
          </Pill>
        ))}
      </Pills>
      {chosen === "checkout" && (
        <Text size="small" tone="quiet">
          {t("by.where")}
        </Text>
      )}
    </Stack>
  )
}
