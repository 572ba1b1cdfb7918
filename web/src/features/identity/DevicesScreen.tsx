/** Where the person is signed in; a lost phone is signed out here, at once. */
import { Button } from "@/ui/layout/Button"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import type { Device } from "@/api/types"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { toast } from "@/ui/feedback/toasts"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { DeviceCard } from "./DeviceCard"
import { RenameSheet } from "./RenameSheet"

export default function DevicesScreen() {
  const { t } = useTranslation("identity")
  const devices = useQuery({
    queryKey: ["devices"],
    queryFn: async () => (await ask(api.GET("/me/devices"))).items,
  })
  const [leaving, setLeaving] = useState<Device | null>(null)
  const [renaming, setRenaming] = useState<Device | null>(null)
  const others = devices.data?.filter((device) => !device.is_current) ?? []
  return (
    <Screen title={t("devices.title")} intro={t("devices.intro")} back="/you" width="middle">
      {devices.isPending && <RowsSkeleton rows={2} />}
      {devices.isError && (
        <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />
      )}
      <Stack as="ul" gap={4}>
        {devices.data?.map((device) => (
          <li key={device.id}>
            <DeviceCard
              device={device}
              onRename={() => setRenaming(device)}
              onLeave={() => setLeaving(device)}
            />
          </li>
        ))}
      </Stack>
      {others.length > 0 && <LeaveOthers />}
      {renaming && <RenameSheet device={renaming} onClose={() => setRenaming(null)} />}
      {leaving && <LeaveSheet device={leaving} onClose={() => setLeaving(null)} />}
    </Screen>
  )
}

function LeaveSheet({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation("identity")
  const cache = useQueryClient()
  const end = useMutation({
    mutationFn: () => ask(api.DELETE("/me/devices/{id}", { params: { path: { id: device.id } } })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["devices"] })
      toast({ text: t("devices.ended", { name: device.name }), tone: "good" })
      onClose()
    },
  })
  return (
    <ConfirmSheet
      open
      title={t("devices.end_title", { name: device.name })}
      body={t("devices.end_body")}
      confirm={t("devices.end")}
      tone="danger"
      busy={end.isPending}
      error={end.error}
      onConfirm={end.mutate}
      onClose={onClose}
    />
  )
}

function LeaveOthers() {
  const { t } = useTranslation("identity")
  const cache = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const end = useMutation({
    mutationFn: () => ask(api.POST("/me/sessions/revoke-others")),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["devices"] })
      toast({ text: t("devices.others_ended"), tone: "good" })
      setAsking(false)
    },
  })
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        {t("devices.end_others")}
      </Button>
      <ConfirmSheet
        open={isAsking}
        title={t("devices.end_others")}
        body={t("devices.end_others_body")}
        confirm={t("devices.end_others")}
        tone="danger"
        busy={end.isPending}
        error={end.error}
        onConfirm={end.mutate}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
