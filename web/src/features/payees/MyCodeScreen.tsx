/** The person's own code, large and bright, to be paid by. */
import { Button } from "@/ui/layout/Button"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { myCodeQuery } from "@/api/payees"
import type { Profile } from "@/api/types"
import { formatMoney, type Amount } from "@/lib/money"
import { saveFile, shareFile } from "@/lib/share"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { CodeAmountSheet } from "./CodeAmountSheet"
import { CodeCard } from "./CodeCard"
import { drawCode } from "./code-picture"

const FILE = "batua-code.png"

export default function MyCodeScreen() {
  const { t } = useTranslation("payees")
  const [asked, setAsked] = useState<{ amount: Amount | null; note: string }>({ amount: null, note: "" })
  const [isAsking, setAsking] = useState(false)
  const me = useMe()
  const code = useQuery(myCodeQuery(asked.amount, asked.note))
  return (
    <Screen title={t("code.title")} back="/" intro={t("code.intro")}>
      {code.isError && !code.data && (
        <ErrorState error={code.error} onRetry={() => void code.refetch()} />
      )}
      {code.isPending && <Bone height={420} />}
      {code.data && me.data && (
        <>
          <CodeCard svg={code.data.svg} me={me.data} {...asked} />
          <AgeMark at={code.dataUpdatedAt} stale={code.isError} />
          <Button variant="outlined" size="large" onClick={() => setAsking(true)}>
            {t(asked.amount ? "code.change_amount" : "code.add_amount")}
          </Button>
          <HandOn svg={code.data.svg} me={me.data} {...asked} text={code.data.text} />
        </>
      )}
      <CodeAmountSheet
        open={isAsking}
        onClose={() => setAsking(false)}
        onChosen={(amount, note) => {
          setAsked({ amount, note })
          setAsking(false)
        }}
      />
    </Screen>
  )
}

interface HandOnProps {
  svg: string
  text: string
  me: Profile
  amount: Amount | null
  note: string
}

function HandOn({ svg, text, me, amount, note }: HandOnProps) {
  const { t, i18n } = useTranslation("payees")
  const draw = () => {
    const extra = [amount && formatMoney(amount, i18n.language), note].filter(Boolean) as string[]
    const address = me.handle ?? me.phone
    return drawCode({ svg, title: t("code.scan_me"), name: me.name, address, extra })
  }
  const hand = async (act: (picture: Blob) => unknown) => {
    try {
      await act(await draw())
    } catch {
      toast({ text: t("code.not_drawn"), tone: "bad" })
    }
  }
  const share = async (picture: Blob) => {
    const shared = await shareFile(picture, FILE, text)
    if (shared === "saved") toast({ text: t("code.saved"), tone: "good" })
  }
  return (
    <Stack row gap={2} wrap justify="center">
      <Button variant="text" startIcon={<Icon name="share" />} onClick={() => void hand(share)}>
        {t("code.share")}
      </Button>
      <Button
        variant="text"
        startIcon={<Icon name="download" />}
        onClick={() => void hand((picture) => saveFile(picture, FILE))}
      >
        {t("code.save")}
      </Button>
      <Button variant="text" startIcon={<Icon name="print" />} onClick={() => print()}>
        {t("code.print")}
      </Button>
    </Stack>
  )
}
