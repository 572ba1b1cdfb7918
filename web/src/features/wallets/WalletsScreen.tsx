/** The wallets of a person, one a currency, and a way to open another. */
import { Button } from "@/ui/layout/Button"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { walletsQuery } from "@/api/wallets"
import { CURRENCIES, currencyName } from "@/lib/currencies"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { SelectField } from "@/ui/fields/SelectField"
import { Icon } from "@/ui/icons/Icon"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { ListRow } from "@/ui/people/ListRow"
import { Sheet } from "@/ui/sheet/Sheet"

export default function WalletsScreen() {
  const { t, i18n } = useTranslation("wallets")
  const wallets = useQuery(walletsQuery)
  const [isOpening, setOpening] = useState(false)
  return (
    <Screen title={t("wallets.title")} intro={t("wallets.intro")} back={true}>
      {wallets.isPending && <RowsSkeleton rows={2} />}
      {wallets.isError && !wallets.data && (
        <ErrorState error={wallets.error} onRetry={() => void wallets.refetch()} />
      )}
      {wallets.data && (
        <ListCard>
          {wallets.data.map(({ id, currency }) => (
            <li key={id}>
              <ListRow
                to={`/wallets/${id}`}
                start={<Icon name="wallet" />}
                title={currencyName(currency, i18n.language)}
                second={currency}
                end={<Icon name="next" size={20} />}
              />
            </li>
          ))}
        </ListCard>
      )}
      <Button variant="outlined" size="large" onClick={() => setOpening(true)}>
        {t("wallets.open")}
      </Button>
      <Sheet open={isOpening} title={t("wallets.open")} onClose={() => setOpening(false)}>
        <Opening
          known={(wallets.data ?? []).map((wallet) => wallet.currency)}
          onOpened={() => setOpening(false)}
        />
      </Sheet>
    </Screen>
  )
}

function Opening({ known, onOpened }: { known: string[]; onOpened: () => void }) {
  const { t, i18n } = useTranslation("wallets")
  const cache = useQueryClient()
  const rest = CURRENCIES.filter((code) => !known.includes(code))
  const [currency, setCurrency] = useState(rest[0] ?? "")
  const opening = useMutation({
    mutationFn: () => ask(api.POST("/wallets", { body: { currency } })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["wallets"] })
      toast({ text: t("wallets.opened", { currency: currencyName(currency, i18n.language) }), tone: "good" })
      onOpened()
    },
  })
  return (
    <Stack gap={5}>
      <SelectField
        label={t("wallets.currency")}
        value={currency}
        onChange={setCurrency}
        options={rest.map((code) => ({ value: code, label: `${currencyName(code, i18n.language)} (${code})` }))}
      />
      <ProblemNote error={opening.error} />
      <Button size="large" loading={opening.isPending} onClick={() => opening.mutate()}>
        {t("wallets.open_this")}
      </Button>
    </Stack>
  )
}
