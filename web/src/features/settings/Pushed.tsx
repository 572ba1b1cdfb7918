/** Notifications on this device. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import { isPushed, pushAbility, startPush, stopPush } from "@/lib/push"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { Icon } from "@/ui/icons/Icon"
import { Pill, Pills } from "@/ui/layout/Pill"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"

const KEY = ["push"]

/** What the browser can do, and what it and the server know of each other. */
async function look(signal: AbortSignal) {
  const { items } = await ask(api.GET("/push/devices", { signal }))
  const mine = items.filter((one) => one.is_this)
  const ability = await pushAbility()
  const isOn = ability === "able" && mine.length > 0 && (await isPushed())
  return { ability, isOn, mine, others: items.length - mine.length }
}

async function turnOn(): Promise<void> {
  const { public_key } = await ask(api.GET("/push/key"))
  const body = await startPush(public_key)
  if (body) await ask(api.POST("/push/devices", { body }))
}

async function turnOff(ids: string[]): Promise<void> {
  for (const id of ids) await ask(api.DELETE("/push/devices/{id}", { params: { path: { id } } }))
  await stopPush()
}

export function Pushed() {
  const { t } = useTranslation("settings")
  const cache = useQueryClient()
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => look(signal) })
  const turn = useMutation({
    mutationFn: (ids: string[] | null) => (ids ? turnOff(ids) : turnOn()),
    onSettled: () => cache.invalidateQueries({ queryKey: KEY }),
  })
  if (!found.data) return found.isError ? <ErrorState error={found.error} /> : null
  const { ability, isOn, mine, others } = found.data
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("pushed.title")}
      </Text>
      <Text tone="quiet" id="pushed-body">
        {t(ability === "able" ? "pushed.body" : `pushed.${ability}`)}
      </Text>
      {turn.isError && <ErrorState error={turn.error} />}
      <Pills role="group" aria-label={t("pushed.title")}>
        <Pill
          type="button"
          aria-pressed={isOn}
          aria-describedby="pushed-body"
          disabled={ability !== "able" || turn.isPending}
          onClick={() => turn.mutate(isOn ? mine.map((one) => one.id) : null)}
        >
          {t("pushed.switch")}
          {isOn && <Icon name="check" size={18} />}
        </Pill>
      </Pills>
      {others > 0 && (
        <Text size="small" tone="quiet">
          {t("pushed.others", { count: others })}
        </Text>
      )}
    </Stack>
  )
}
