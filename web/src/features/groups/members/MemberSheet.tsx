/** Ask the group for another role of a member, or that she goes. */
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { propose, ROLES, type Group, type Member, type Role } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Field } from "@/ui/fields/Field"
import { SelectField } from "@/ui/fields/SelectField"
import { Button } from "@/ui/layout/Button"
import { Stack } from "@/ui/layout/Stack"
import { PersonHead } from "@/ui/people/PersonHead"
import { Sheet } from "@/ui/sheet/Sheet"
import { faceOf } from "../faces"
import { OpenVote, useOpenVote } from "../votes/OpenVote"

interface Props {
  group: Group
  member: Member
  onClose: () => void
}

export function MemberSheet({ group, member, onClose }: Props) {
  const { t } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [role, setRole] = useState<Role>(member.role)
  const [reason, setReason] = useState("")
  const asking = useMutation({
    mutationFn: (what: Parameters<typeof propose>[1]) => propose(group.id, what),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  const going = useOpenVote(group.id, "remove", member)
  const isMe = member.id === group.me.id
  const why = reason.trim()
  return (
    <Sheet open title={t("member.title")} onClose={onClose}>
      <Stack gap={5}>
        <PersonHead flat person={faceOf(member.person)} />
        <SelectField
          label={t("member.role")}
          value={role}
          onChange={(value) => setRole(ROLES.find((known) => known === value) ?? member.role)}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          hint={t(`role_body.${role}`)}
        />
        <Field
          label={t("propose.reason")}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={asking.error} />
        <Button
          size="large"
          disabled={role === member.role}
          loading={asking.isPending && asking.variables.kind === "roles"}
          onClick={() => asking.mutate({ kind: "roles", roles: [{ member: member.id, role }], reason: why })}
        >
          {t("member.ask_role")}
        </Button>
        {going && <OpenVote group={group.id} vote={going} says="member.is_open" />}
        {!isMe && !going && (
          <Button
            variant="outlined"
            color="error"
            loading={going === null || (asking.isPending && asking.variables.kind === "remove")}
            onClick={() => asking.mutate({ kind: "remove", subject: member.id, reason: why })}
          >
            {t("member.ask_removal")}
          </Button>
        )}
      </Stack>
    </Sheet>
  )
}
