/** The rules of a group in words; changing them is a question to the group. */
import { styled } from "@/ui/theme/styled"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, leave, may, rulesQuery, type Group } from "@/api/groups"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { toast } from "@/ui/feedback/toasts"
import { ReadAloud } from "@/ui/feedback/ReadAloud"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { Loaded } from "./Loaded"
import { usePhrase } from "./vote-words"

const Sentences = styled("ol")({
  margin: 0,
  listStyle: "decimal",
  paddingInlineStart: "1.5em",
  "& li": { paddingBlock: 6, paddingInlineStart: 4 },
  "& li::marker": { color: "var(--batua-palette-text-secondary)", fontWeight: 650 },
})

export function RulesScreen({ id }: { id: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(groupQuery(id))
  const { data } = group
  const change = data && may(data, "propose") && (
    <Button variant="outlined" component={Link} {...{ to: `/groups/${id}/change-rules` }}>
      {t("rules.change")}
    </Button>
  )
  return (
    <Screen title={t("home.rules")} intro={data?.name} back={`/groups/${id}`} width="middle" actions={change}>
      <Loaded query={group}>{(found) => <InWords group={found} />}</Loaded>
      {data && !data.is_over && <Leave group={data} />}
      {data && may(data, "propose") && (
        <Stack align="start">
          <Button variant="text" color="error" component={Link} {...{ to: `/groups/${id}/end` }}>
            {t("end.link")}
          </Button>
        </Stack>
      )}
    </Screen>
  )
}

function InWords({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const rules = useQuery(rulesQuery(group.id, group.constitution_version))
  const say = usePhrase(group.currency)
  return (
    <Loaded query={rules}>
      {(found) => {
        const sentences = found.words.map(say).filter(Boolean)
        return (
          <Card>
            <Stack gap={3}>
              <Text size="small" tone="quiet">
                {t("rules.version", { version: group.constitution_version })}
              </Text>
              <Sentences>
                {sentences.map((sentence, at) => (
                  // Two plans may have the same fine in the same words.
                  <li key={`${at} ${sentence}`}>{sentence}</li>
                ))}
              </Sentences>
              <ReadAloud text={sentences.join(" ")} />
            </Stack>
          </Card>
        )
      }}
    </Loaded>
  )
}

function Leave({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const [isAsking, setAsking] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const leaving = useMutation({
    mutationFn: () => leave(group.id),
    onSuccess: async () => {
      toast({ text: t("leave.done", { name: group.name }), tone: "good" })
      await navigate({ to: "/groups", replace: true })
      cache.removeQueries({ queryKey: ["groups", "one", group.id] })
      await cache.invalidateQueries({ queryKey: ["groups"] })
    },
  })
  return (
    <Stack align="start">
      <Button variant="text" color="error" onClick={() => setAsking(true)}>
        {t("leave.go")}
      </Button>
      <ConfirmSheet
        open={isAsking}
        title={t("leave.go")}
        body={t("leave.body")}
        confirm={t("leave.go")}
        tone="danger"
        busy={leaving.isPending}
        error={leaving.error}
        onConfirm={() => leaving.mutate()}
        onClose={() => setAsking(false)}
      />
    </Stack>
  )
}
