/** The pot on indigo cloth: all of it, what is set aside, and what I put in. */
import { styled } from "@/ui/theme/styled"
import { useTranslation } from "react-i18next"
import type { Group } from "@/api/groups"
import { formatMoney } from "@/lib/money"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { AmountText } from "@/ui/money/AmountText"
import { Cloth } from "@/ui/motif/Cloth"
import { GroupFace } from "./GroupFace"

const Pair = styled("dl")({
  display: "flex",
  flexWrap: "wrap",
  gap: "8px 28px",
  "& dt": { fontSize: "0.875rem" },
  "& dd": { margin: 0 },
})

export function PotCloth({ group }: { group: Group }) {
  const { t, i18n } = useTranslation("groups")
  const { pot, me, my_share } = group
  const aside = { ...pot.balance, minor: pot.balance.minor - pot.available.minor }
  return (
    <Cloth label={t("pot.title")}>
      <Stack gap={4}>
        <Stack gap={1}>
          <Stack row justify="space-between" align="start">
            <Text>{t("pot.title")}</Text>
            {group.picture_url && <GroupFace name={group.name} picture={group.picture_url} size={64} />}
          </Stack>
          <div>
            <AmountText amount={pot.balance} size="xl" />
          </div>
          {aside.minor > 0 && (
            <Text size="small">{t("pot.aside", { amount: formatMoney(aside, i18n.language, { trim: true }) })}</Text>
          )}
        </Stack>
        <Pair>
          <div>
            <dt>{t("pot.mine")}</dt>
            <dd>
              <AmountText amount={my_share} size="m" trim />
            </dd>
          </div>
          <div>
            <dt>{t("pot.role")}</dt>
            <dd>
              <Text as="span" size="title">
                {t(`role.${me.role}`)}
              </Text>
            </dd>
          </div>
          <div>
            <dt>{t("pot.members")}</dt>
            <dd>
              <Text as="span" size="title" className="tabular">
                {group.members}
              </Text>
            </dd>
          </div>
        </Pair>
      </Stack>
    </Cloth>
  )
}
