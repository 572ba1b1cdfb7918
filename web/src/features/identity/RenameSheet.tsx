/** Call a device by a name that one knows again. */
import { Button } from "@/ui/layout/Button"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, ask } from "@/api/client"
import type { Device } from "@/api/types"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { Form } from "@/ui/layout/Form"
import { Sheet } from "@/ui/sheet/Sheet"

export function RenameSheet({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation("identity")
  const cache = useQueryClient()
  const [name, setName] = useState(device.name)
  const rename = useMutation({
    mutationFn: () => {
      const params = { path: { id: device.id } }
      return ask(api.PATCH("/me/devices/{id}", { params, body: { name: name.trim() } }))
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["devices"] })
      onClose()
    },
  })
  const submit = () => {
    if (name.trim()) rename.mutate()
  }
  return (
    <Sheet open title={t("devices.rename")} onClose={onClose}>
      <Form onSubmit={submit}>
        <Field
          label={t("devices.name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
        />
        <ProblemNote error={rename.error} />
        <Button size="large" type="submit" loading={rename.isPending} disabled={!name.trim()}>
          {t("profile.save")}
        </Button>
      </Form>
    </Sheet>
  )
}
