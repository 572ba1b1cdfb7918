/** Look a stranger up by number, handle or code; only a tap asks, for misses are counted. */
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { lookUp } from "@/api/payees"
import type { FoundPayee, LookUp } from "@/api/types"
import { HOME_COUNTRY } from "@/lib/countries"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Icon } from "@/ui/icons/Icon"
import { ServiceIcon } from "@/ui/icons/ServiceIcon"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { PersonRow } from "@/ui/people/PersonRow"
import { spacedPhone, waysToLookUp } from "./who"

interface Props {
  typed: string
  onFound: (payee: FoundPayee) => void
}

export function LookUpRows({ typed, onFound }: Props) {
  const { t } = useTranslation("payees")
  const ways = waysToLookUp(typed, HOME_COUNTRY)
  const search = useMutation({ mutationFn: lookUp })
  const asked = JSON.stringify(search.variables ?? null)
  const isAbout = ways.some((way) => JSON.stringify(way) === asked)
  if (ways.length === 0) return null
  return (
    <Stack gap={4}>
      {isAbout && search.data ? (
        <Found payee={search.data} onGo={() => onFound(search.data)} />
      ) : (
        <ListCard>
          {ways.map((way) => (
            <li key={wordOf(way)}>
              <ListRow
                start={<ServiceIcon service="send" />}
                title={wordOf(way)}
                second={t(search.isPending ? "look_up.busy" : "look_up.second")}
                end={<Icon name="search" size={20} />}
                onClick={() => {
                  if (!search.isPending) search.mutate(way)
                }}
              />
            </li>
          ))}
        </ListCard>
      )}
      <ProblemNote error={isAbout ? search.error : null} />
    </Stack>
  )
}

function wordOf(way: LookUp): string {
  if (way.phone) return spacedPhone(way.phone)
  return way.handle ?? way.qr ?? ""
}

function Found({ payee, onGo }: { payee: FoundPayee; onGo: () => void }) {
  const { t } = useTranslation("payees")
  return (
    <Stack gap={2} role="status">
      <Text bold>{t("look_up.is_it")}</Text>
      <ListCard>
        <li>
          <PersonRow
            person={payee}
            second={[payee.phone, payee.handle].filter(Boolean).join(" · ")}
            onClick={onGo}
            end={<Icon name="next" size={20} />}
          />
        </li>
      </ListCard>
    </Stack>
  )
}
