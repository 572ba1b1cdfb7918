/** Groups that the person asked to come into and that have not answered; each can be taken back. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { takeBackJoin, type AskedGroup } from "@/api/groups"
import { formatDay } from "@/lib/time"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { ListCard } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ListRow } from "@/ui/people/ListRow"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { GroupFace } from "../GroupFace"

export function Asked({ groups }: { groups: AskedGroup[] }) {
  const { t, i18n } = useTranslation("groups")
  const [chosen, setChosen] = useState<AskedGroup | null>(null)
  if (groups.length === 0 && !chosen) return null
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("asked.title")}
      </Text>
      <ListCard>
        {groups.map((group) => (
          <li key={group.id}>
            <ListRow
              start={<GroupFace name={group.name} picture={group.picture_url} />}
              title={group.name}
              second={t("asked.since", { day: formatDay(group.asked_at, i18n.language) })}
              end={
                <Button variant="text" color="inherit" onClick={() => setChosen(group)}>
                  {t("back.go")}
                </Button>
              }
            />
          </li>
        ))}
      </ListCard>
      {chosen && <TakeBack group={chosen} onClose={() => setChosen(null)} />}
    </Stack>
  )
}

function TakeBack({ group, onClose }: { group: AskedGroup; onClose: () => void }) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const taking = useMutation({
    mutationFn: () => takeBackJoin(group.id),
    onSuccess: () => {
      toast({ text: t("asked.is_back", { name: group.name }), tone: "good" })
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <ConfirmSheet
      open
      title={t("asked.sure", { name: group.name })}
      body={t("asked.body")}
      confirm={t("back.go")}
      tone="danger"
      busy={taking.isPending}
      error={taking.error}
      onConfirm={() => taking.mutate()}
      onClose={onClose}
    />
  )
}
