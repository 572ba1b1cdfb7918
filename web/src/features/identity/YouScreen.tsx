/** What belongs to the person: profile, code, devices, secrets, settings, the way out. */
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useMe } from "@/api/me"
import { signOut } from "@/api/sign-out"
import { formatPhone } from "@/lib/countries"
import { ErrorState } from "@/ui/feedback/ErrorState"
import { RowsSkeleton } from "@/ui/feedback/Skeletons"
import { Icon } from "@/ui/icons/Icon"
import type { Glyph } from "@/ui/icons/glyphs"
import { ListCard } from "@/ui/layout/Card"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { Cloth } from "@/ui/motif/Cloth"
import { ListRow } from "@/ui/people/ListRow"
import { PersonAvatar } from "@/ui/people/PersonAvatar"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"

const PLACES = [
  [
    { to: "/you/profile", icon: "edit", words: "you.profile" },
    { to: "/my-qr", icon: "qr", words: "you.qr" },
    { to: "/limits", icon: "info", words: "you.limits" },
    { to: "/you/verification", icon: "check", words: "you.verification" },
  ],
  [
    { to: "/you/devices", icon: "device", words: "you.devices" },
    { to: "/you/password", icon: "key", words: "you.password" },
    { to: "/you/pin", icon: "lock", words: "you.pin" },
  ],
  [
    { to: "/you/settings", icon: "settings", words: "you.settings" },
    { to: "/help", icon: "help", words: "you.help" },
  ],
] as const satisfies { to: string; icon: Glyph; words: string }[][]

/** For those who run the house, each for some roles. */
const OFFICE = [
  { to: "/admin/ledger", icon: "safety", words: "office:ledger", roles: ["admin", "auditor"] },
  { to: "/admin/deliveries", icon: "bell", words: "office:deliveries", roles: ["admin", "support"] },
  { to: "/admin/verifications", icon: "you", words: "office:verifications", roles: ["admin", "support"] },
  { to: "/admin/connections", icon: "key", words: "office:connections", roles: ["admin"] },
  { to: "/admin/routing", icon: "repeat", words: "office:routing", roles: ["admin"] },
  { to: "/admin/webhooks", icon: "share", words: "office:webhooks", roles: ["admin"] },
] as const satisfies { to: string; icon: Glyph; words: string; roles: string[] }[]

export default function YouScreen() {
  const { t } = useTranslation(["identity", "office"])
  const mine = useMe().data?.roles ?? []
  const office = OFFICE.filter(({ roles }) => roles.some((role) => mine.includes(role)))
  const groups = office[0] ? [...PLACES, office] : PLACES
  return (
    <Screen title={t("you.title")} hideTitle width="middle">
      <Person />
      {groups.map((places) => (
        <ListCard key={places[0].to}>
          {places.map(({ to, icon, words }) => (
            <li key={to}>
              <ListRow
                to={to}
                start={<Icon name={icon} />}
                title={t(words)}
                end={<Icon name="next" size={20} />}
              />
            </li>
          ))}
        </ListCard>
      ))}
      <Leave />
    </Screen>
  )
}

function Person() {
  const me = useMe()
  if (me.isPending) return <RowsSkeleton rows={1} />
  if (!me.data) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />
  const { name, handle, phone } = me.data
  return (
    <Cloth label={name}>
      <Stack row wrap gap={4}>
        <PersonAvatar person={me.data} size={72} />
        {/* A long name or large letters go under the face. */}
        <Stack gap={0} style={{ flex: "1 1 10rem" }}>
          <Text size="title">{name}</Text>
          {handle && <Text>{handle}</Text>}
          <Text className="tabular">{formatPhone(phone)}</Text>
        </Stack>
      </Stack>
    </Cloth>
  )
}

function Leave() {
  const { t } = useTranslation("identity")
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const leave = () => {
    setBusy(true)
    void signOut()
  }
  return (
    <>
      <ListCard>
        <li>
          <ListRow
            onClick={() => setAsking(true)}
            start={<Icon name="out" />}
            title={t("you.sign_out")}
          />
        </li>
      </ListCard>
      <ConfirmSheet
        open={isAsking}
        title={t("leave.title")}
        body={t("leave.body")}
        confirm={t("you.sign_out")}
        busy={isBusy}
        onConfirm={leave}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
