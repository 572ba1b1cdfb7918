/** A new PIN typed twice; two that differ begin again. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Stack } from "@/ui/layout/Stack"
import { PinPad } from "@/ui/money/PinPad"

interface Props {
  busy: boolean
  error: unknown
  onPin: (pin: string) => void
}

export function ChoosePin({ busy, error, onPin }: Props) {
  const { t } = useTranslation("identity")
  const [first, setFirst] = useState<string | null>(null)
  const [isDifferent, setDifferent] = useState(false)
  const choose = (pin: string) => {
    setDifferent(false)
    setFirst(pin)
  }
  const repeat = (pin: string) => {
    setDifferent(pin !== first)
    setFirst(null)
    if (pin === first) onPin(pin)
  }
  return (
    <Stack gap={3}>
      <ProblemNote error={first === null ? error : null} />
      {first === null || busy ? (
        <PinPad
          key="first"
          label={t("pin.choose")}
          busy={busy}
          error={isDifferent ? t("pin.differ") : null}
          onComplete={choose}
        />
      ) : (
        <PinPad key="again" label={t("pin.again")} onComplete={repeat} />
      )}
    </Stack>
  )
}
