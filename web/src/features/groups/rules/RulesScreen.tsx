/** The rules of a group in words; changing them is a question to the group. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { Link, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { groupQuery, leave, may, type Group } from "@/api/groups"
import { Button } from "@/ui/layout/Button"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { toast } from "@/ui/feedback/toasts"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { Loaded } from "../Loaded"
import { RulesInWords } from "./RulesInWords"

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
      <Loaded query={group}>
        {(found) => (
          <Stack gap={4}>
            <RulesInWords group={found} version={found.constitution_version} />
            {found.constitution_version > 1 && (
              <Link to="/groups/$id/$part" params={{ id, part: "versions" }}>
                {t("versions.see")}
              </Link>
            )}
          </Stack>
        )}
      </Loaded>
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
