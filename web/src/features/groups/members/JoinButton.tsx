/** Come in, or ask to: what the group's rules make of an invite. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { join, type JoinOrder } from "@/api/groups"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { DoorNote } from "./WomenOnly"

export function JoinButton({ order, name }: { order: JoinOrder; name: string }) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const navigate = useNavigate()
  const joining = useMutation({
    mutationFn: () => join(order),
    onSuccess: async ({ group, me }) => {
      const isIn = me.status === "active"
      toast({ text: t(isIn ? "join.is_in" : "join.has_asked", { name }), tone: "good" })
      await cache.invalidateQueries({ queryKey: ["groups"] })
      if (isIn) await navigate({ to: "/groups/$id", params: { id: group.id }, replace: true })
      else await navigate({ to: "/groups", replace: true })
    },
  })
  return (
    <>
      <DoorNote error={joining.error} />
      <Button size="large" loading={joining.isPending} onClick={() => joining.mutate()}>
        {t("join.go", { name })}
      </Button>
    </>
  )
}
