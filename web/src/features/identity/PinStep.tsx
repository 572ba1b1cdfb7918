/** Choose the payment PIN, and type it once more. */
import { useTranslation } from "react-i18next"
import { Screen } from "@/ui/layout/Screen"
import { Text } from "@/ui/layout/Text"
import { ChoosePin } from "./ChoosePin"

interface Props {
  busy: boolean
  error: unknown
  onPin: (pin: string) => void
}

export function PinStep(props: Props) {
  const { t } = useTranslation("identity")
  return (
    <Screen title={t("pin.title")} intro={t("pin.intro")} back={true} outside>
      <ChoosePin {...props} />
      <Text size="small" tone="quiet" centered>
        {t("pin.never")}
      </Text>
    </Screen>
  )
}
