/** The person's face, and the ways to change it. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Profile } from "@/api/types"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Stack } from "@/ui/layout/Stack"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { putPhoto, removePhoto } from "./photo"

const File = styled("input")({ display: "none" })

export function PhotoEditor({ me }: { me: Profile }) {
  const { t } = useTranslation("identity")
  const cache = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: ["me"] })
    await cache.resetQueries({ queryKey: ["photo", me.photo_url] })
  }
  const put = useMutation({ mutationFn: putPhoto, onSuccess: refresh })
  const remove = useMutation({ mutationFn: removePhoto, onSuccess: refresh })
  return (
    <Stack gap={3}>
      <Stack row gap={4} wrap>
        <PersonAvatar person={me} size={88} />
        <Stack gap={1} align="start">
          <Button
            variant="outlined"
            loading={put.isPending}
            onClick={() => input.current?.click()}
          >
            {t(me.photo_url ? "photo.change" : "photo.add")}
          </Button>
          {me.photo_url && (
            <Button variant="text" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("photo.remove")}
            </Button>
          )}
        </Stack>
        <File
          ref={input}
          type="file"
          accept="image/*"
          aria-label={t("photo.add")}
          data-testid="photo"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) put.mutate(file)
            event.target.value = ""
          }}
        />
      </Stack>
      <ProblemNote error={put.error ?? remove.error} />
    </Stack>
  )
}
