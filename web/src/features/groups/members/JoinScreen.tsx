/** Where a link or its code leads; the secret stands behind the #, which no server ever sees. */
import { useQuery } from "@tanstack/react-query"
import { useLocation } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { linkQuery } from "@/api/groups"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { Card } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { GroupFace } from "../GroupFace"
import { JoinButton } from "./JoinButton"
import { Loaded } from "../Loaded"

export function JoinScreen() {
  const { t } = useTranslation("groups")
  const { hash } = useLocation()
  return (
    <Screen title={t("join.title")} back="/groups">
      {hash ? (
        <Leads secret={hash} />
      ) : (
        <EmptyState picture="letter" title={t("join.none")} body={t("join.none_body")} />
      )}
    </Screen>
  )
}

function Leads({ secret }: { secret: string }) {
  const { t } = useTranslation("groups")
  const group = useQuery(linkQuery(secret))
  return (
    <Loaded query={group} rows={1}>
      {(found) => (
        <Stack gap={6}>
          <Card>
            <Stack align="center" gap={4}>
              <GroupFace name={found.name} picture={found.picture_url} size={88} />
              <Text as="h2" size="title" centered>
                {found.name}
              </Text>
              {found.purpose && <Text centered>{found.purpose}</Text>}
              <Text tone="quiet">{t("members.count", { count: found.members })}</Text>
              {found.is_women_only && <Text bold>{t("create.women_only")}</Text>}
            </Stack>
          </Card>
          <Text tone="quiet">{t("join.what")}</Text>
          <JoinButton order={{ secret }} name={found.name} />
        </Stack>
      )}
    </Loaded>
  )
}
