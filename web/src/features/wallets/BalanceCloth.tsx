/** The balance of each wallet on indigo cloth, hidden until it is tapped. */
import { styled } from "@/ui/theme/styled"
import type { UseQueryResult } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { Wallet } from "@/api/types"
import { AgeMark } from "@/ui/feedback/AgeMark"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Bone } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { HiddenAmount } from "@/ui/money/HiddenAmount"
import { Cloth } from "@/ui/motif/Cloth"

const More = styled(Link)({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  minHeight: 48,
  marginBlock: "-6px -12px",
  fontWeight: 600,
  textDecoration: "underline",
  textDecorationColor: "color-mix(in srgb, currentColor 45%, transparent)",
  textUnderlineOffset: 5,
})

export function BalanceCloth({ query }: { query: UseQueryResult<Wallet[]> }) {
  const { t } = useTranslation("wallets")
  const { data } = query
  if (!data && query.isError) return <ProblemNote error={query.error} />
  return (
    <Cloth label={t("balance.title")}>
      <Stack gap={4}>
        {data ? data.map((wallet, place) => <OneWallet key={wallet.id} wallet={wallet} isFirst={place === 0} />) : <Bone height={107} />}
        <AgeMark at={query.dataUpdatedAt} stale={query.isError} />
      </Stack>
    </Cloth>
  )
}

function OneWallet({ wallet, isFirst }: { wallet: Wallet; isFirst: boolean }) {
  const { t } = useTranslation("wallets")
  const { id, balance, currency } = wallet
  const label = isFirst ? t("balance.yours") : t("balance.in", { currency })
  return (
    <Stack gap={1}>
      <Text>{label}</Text>
      <div>
        <HiddenAmount amount={balance} label={label} size={isFirst ? "xl" : "l"} />
      </div>
      <Pending wallet={wallet} />
      <div>
        <More to={`/wallets/${id}`}>
          {t("balance.statement")}
          <Icon name="next" size={16} />
        </More>
      </div>
    </Stack>
  )
}

/** Why money seems to be missing; how much it is, is as private as the balance. */
function Pending({ wallet }: { wallet: Wallet }) {
  const { t } = useTranslation("wallets")
  return (
    <>
      {wallet.pending_in.minor > 0 && <Text size="small">{t("balance.coming")}</Text>}
      {wallet.pending_out.minor > 0 && <Text size="small">{t("balance.held")}</Text>}
    </>
  )
}
