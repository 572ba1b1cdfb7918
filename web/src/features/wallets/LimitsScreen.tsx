/** How much may be sent, and what is left of it: bars, with the same in words. */
import { styled } from "@/ui/theme/styled"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Limit } from "@/api/types"
import { limitsQuery, walletsQuery } from "@/api/wallets"
import { formatMoney } from "@/lib/money"
import { formatMoment } from "@/lib/time"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Bone } from "@/ui/feedback/Skeletons"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Segments } from "@/ui/layout/Segments"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const Bar = styled("span")({
  display: "block",
  height: 14,
  borderRadius: 7,
  overflow: "hidden",
  border: "1px solid var(--batua-palette-text-secondary)",
  "& > span": { display: "block", height: "100%", minWidth: 4, background: "var(--batua-palette-primary-main)" },
  "& > span.much": { background: "var(--batua-palette-warning-main)" },
})

const MUCH = 0.8

export default function LimitsScreen() {
  const { t } = useTranslation("wallets")
  const wallets = useQuery(walletsQuery).data ?? []
  const [chosen, setCurrency] = useState<string>()
  const currency = chosen ?? wallets[0]?.currency
  const limits = useQuery(limitsQuery(currency))
  return (
    <Screen title={t("limits.title")} intro={t("limits.intro")} back={true}>
      {wallets.length > 1 && currency && (
        <Segments
          label={t("limits.currency")}
          value={currency}
          options={wallets.map((wallet) => ({ value: wallet.currency, label: wallet.currency }))}
          onChange={setCurrency}
        />
      )}
      <AgeMark at={limits.dataUpdatedAt} stale={limits.isError} />
      {limits.isPending && <Bone height={300} />}
      {limits.isError && !limits.data && (
        <ErrorState error={limits.error} onRetry={() => void limits.refetch()} />
      )}
      <Stack gap={4}>
        {limits.data?.map((limit) => <OneLimit key={limit.kind} limit={limit} />)}
      </Stack>
    </Screen>
  )
}

function OneLimit({ limit }: { limit: Limit }) {
  const { t, i18n } = useTranslation("wallets")
  const { kind, amount, used, left, resets_at } = limit
  const say = (money: typeof amount) => formatMoney(money, i18n.language, { trim: true })
  return (
    <Card>
      <Stack gap={2}>
        <Text as="h2" bold>
          {t(`limits.${kind}`)}
        </Text>
        <Text size="title" className="tabular">
          {say(amount)}
        </Text>
        {used && left && (
          <>
            <Used used={used.minor} of={amount.minor} />
            <Text className="tabular">{t("limits.used", { used: say(used), left: say(left) })}</Text>
          </>
        )}
        {resets_at && (
          <Text size="small" tone="quiet">
            {t("limits.resets", { at: formatMoment(resets_at, i18n.language) })}
          </Text>
        )}
        {kind === "no_pin_below" && (
          <Text size="small" tone="quiet">
            {t("limits.pin_hint")}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

/** The words beside it say the same, so the bar itself is silent. */
function Used({ used, of }: { used: number; of: number }) {
  const share = of > 0 ? Math.min(1, used / of) : 1
  return (
    <Bar aria-hidden="true">
      <span className={share >= MUCH ? "much" : undefined} style={{ width: `${share * 100}%` }} />
    </Bar>
  )
}
