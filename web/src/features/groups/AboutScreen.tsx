/** What a group is called, what it is for, and its picture; for who may change them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { describeGroup, givePicture, groupQuery, may, removePicture, type Group } from "@/api/groups"
import { shrink } from "@/lib/shrink"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Form } from "@/ui/layout/Form"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { GroupFace } from "./GroupFace"
import { Loaded } from "./Loaded"
import { NameFields, namesOf, type Names } from "./NameFields"

const SIDE_PX = 1024

export function AboutScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  return (
    <Screen title={t("about.title")} intro={group.data?.name} back={`/groups/${id}`}>
      <Loaded query={group} rows={2}>
        {(data) =>
          may(data, "describe") ? (
            <Stack gap={6}>
              <Picture group={data} />
              <Words key={data.id} group={data} />
            </Stack>
          ) : (
            <Shown group={data} />
          )
        }
      </Loaded>
    </Screen>
  )
}

/** Everybody else reads it. */
function Shown({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  return (
    <Card>
      <Stack align="center" gap={4}>
        <GroupFace name={group.name} picture={group.picture_url} size={112} />
        <Text as="h2" size="title" centered>
          {group.name}
        </Text>
        {group.purpose && <Text centered>{group.purpose}</Text>}
        <Text size="small" tone="quiet" centered>
          {t("about.who")}
        </Text>
      </Stack>
    </Card>
  )
}

function Picture({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const onSettled = () => cache.invalidateQueries({ queryKey: ["groups"] })
  const give = useMutation({
    mutationFn: async (file: File) => givePicture(group.id, await shrink(file, SIDE_PX)),
    onSuccess: () => toast({ text: t("about.picture_given"), tone: "good" }),
    onSettled,
  })
  const remove = useMutation({ mutationFn: () => removePicture(group.id), onMutate: () => give.reset(), onSettled })
  return (
    <Stack align="center" gap={3}>
      <GroupFace name={group.name} picture={group.picture_url} size={112} />
      <Stack row gap={2} wrap justify="center">
        <Button
          variant="outlined"
          startIcon={<Icon name="camera" />}
          loading={give.isPending}
          onClick={() => chooser.current?.click()}
        >
          {t(group.picture_url ? "about.picture_other" : "about.picture")}
        </Button>
        {group.picture_url && (
          <Button variant="text" color="error" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("about.picture_remove")}
          </Button>
        )}
      </Stack>
      <ProblemNote error={give.error ?? remove.error} />
      <input
        ref={chooser}
        hidden
        type="file"
        accept="image/jpeg,image/png,image/webp"
        aria-label={t("about.picture")}
        data-testid="group-picture"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) give.mutate(file)
          event.target.value = ""
        }}
      />
    </Stack>
  )
}

function Words({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const [names, setNames] = useState<Names>(group)
  const typed = namesOf(names)
  const keep = useMutation({
    mutationFn: (body: Names) => describeGroup(group.id, body),
    onSuccess: () => toast({ text: t("about.saved"), tone: "good" }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const isSame = typed?.name === group.name && typed.purpose === group.purpose
  const isReady = typed !== null && !isSame
  return (
    <Form
      onSubmit={() => {
        if (isReady && !keep.isPending) keep.mutate(typed)
      }}
    >
      <NameFields names={names} onChange={setNames} />
      <ProblemNote error={keep.error} />
      <Button size="large" type="submit" disabled={!isReady} loading={keep.isPending}>
        {t("about.save")}
      </Button>
    </Form>
  )
}
