/** People who ask to come in: officers let them in, or the group votes. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { answerJoin, membersQuery, propose, type Group, type Member } from "@/api/groups"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { toast } from "@/ui/feedback/toasts"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { PersonHead } from "@/ui/people/PersonHead"
import { faceOf } from "../faces"
import { OpenVote, useOpenVote } from "../votes/OpenVote"

export function Asking({ group }: { group: Group }) {
  const { t } = useTranslation("groups")
  const asking = useInfiniteQuery(membersQuery(group.id, "asked"))
  const people = asking.data?.pages.flatMap((page) => page.items) ?? []
  if (people.length === 0) return null
  return (
    <Stack as="section" gap={3}>
      <Text as="h2" size="title">
        {t("asking.title")}
      </Text>
      {people.map((member) =>
        group.constitution.admission === "vote" ? (
          <PutToVote key={member.id} group={group} member={member} />
        ) : (
          <LetIn key={member.id} group={group} member={member} />
        ),
      )}
    </Stack>
  )
}

interface Props {
  group: Group
  member: Member
}

function LetIn({ group, member }: Props) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const answering = useMutation({
    mutationFn: (isWelcome: boolean) => answerJoin(group.id, member.id, isWelcome),
    onSuccess: (_, isWelcome) => {
      toast({ text: t(isWelcome ? "asking.is_in" : "asking.is_not", { name: faceOf(member.person).name }), tone: "good" })
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <Card role="group" aria-label={faceOf(member.person).name}>
      <Stack gap={4}>
        <PersonHead flat person={faceOf(member.person)} lead={t("asking.lead")} />
        <ProblemNote error={answering.error} />
        <Stack row gap={3} wrap>
          <Button loading={answering.isPending && answering.variables} onClick={() => answering.mutate(true)}>
            {t("asking.yes")}
          </Button>
          <Button variant="outlined" color="inherit" onClick={() => answering.mutate(false)}>
            {t("asking.no")}
          </Button>
        </Stack>
      </Stack>
    </Card>
  )
}

function PutToVote({ group, member }: Props) {
  const { t } = useTranslation("groups")
  const navigate = useNavigate()
  const cache = useQueryClient()
  const open = useOpenVote(group.id, "admit", member)
  const asking = useMutation({
    mutationFn: () => propose(group.id, { kind: "admit", subject: member.id, reason: "" }),
    onSuccess: ({ id }) => navigate({ to: "/groups/$id/votes/$vote", params: { id: group.id, vote: id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ["groups"] }),
  })
  return (
    <Card role="group" aria-label={faceOf(member.person).name}>
      <Stack gap={4}>
        <PersonHead flat person={faceOf(member.person)} lead={t("asking.lead")} />
        <ProblemNote error={asking.error} />
        {open ? (
          <OpenVote group={group.id} vote={open} says="asking.is_open" />
        ) : (
          <Button loading={asking.isPending || open === null} onClick={() => asking.mutate()}>
            {t("asking.vote")}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
